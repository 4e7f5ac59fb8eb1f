using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>A function that exists only within queries, and how a dialect translates it.</summary>
internal sealed record QueryFunction(MethodInfo Method, Func<IReadOnlyList<SqlExpression>, SqlExpression> Translation)
{
    public QueryFunction(Type type, string method, Func<IReadOnlyList<SqlExpression>, SqlExpression> translation)
        : this(type.GetMethod(method)!, translation)
    {
    }

    /// <summary>Registers all of them with EF Core.</summary>
    public static void AddTo(ModelBuilder model, SqlDialect dialect)
    {
        foreach (var function in (IEnumerable<QueryFunction>)
            [.. TextFunctions.In(dialect), .. DateFunctions.In(dialect), .. NumberFunctions.In(dialect), .. QueryPlannerHints.In(dialect)])
        {
            model.HasDbFunction(function.Method).HasTranslation(function.Translation);
        }
    }

    /// <summary>Adds all of them to a compiled model, as EF Core would have registered them.</summary>
    public static void AddTo(RuntimeModel model, SqlDialect dialect)
    {
        var declarations = new ModelBuilder();
        AddTo(declarations, dialect);
        var functions = declarations.Model.GetDbFunctions().Select(IDbFunction (function) => new RuntimeDbFunction(
            function.ModelName, model, function.ReturnType, function.Name,
            methodInfo: function.MethodInfo, scalar: function.IsScalar, nullable: function.IsNullable, translation: function.Translation));
        model.SetAnnotation(RelationalAnnotationNames.DbFunctions, functions.ToDictionary(function => function.ModelName));
    }
}
