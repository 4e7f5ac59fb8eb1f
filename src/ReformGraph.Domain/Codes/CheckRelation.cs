using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description("How the actual value of a check must relate to the expected one.")]
public enum CheckRelation
{
    [Label("相等", "equal")]
    [Description("They are equal; rounded values, if their bounds leave it possible.")]
    Equal = 1,

    [Label("不超过", "at most")]
    [Description("The actual value is at most the expected one.")]
    AtMost = 2,
}
