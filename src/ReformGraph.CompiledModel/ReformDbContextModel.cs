using ReformGraph.Engine.Modeling;

namespace ReformGraph.CompiledModel;

/// <summary>The model of the present, which the build writes as code so that no start builds it.</summary>
public partial class ReformDbContextModel
{
    partial void Customize() => this.AddQueryFunctions();
}
