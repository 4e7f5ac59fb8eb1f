#pragma warning disable EF1001 // EF Core has no public way to these stages; the snapshots of all statements would show a change.
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// The stages of EF Core that make SQL from LINQ. <c>CreateDbCommand</c> runs them too, and then compiles the code that would read the
/// rows: that takes as long again, and the engine reads rows itself.
/// </summary>
/// <param name="context">The context whose model and provider are used, but not its connection.</param>
internal sealed class SqlTranslator(DbContext context)
{
    /// <summary>The statement of a query, with its parameters. Their values mean nothing.</summary>
    public DbCommand Command(Expression query)
    {
        var values = new Dictionary<string, object?>();
        var extracted = Extracted(query, values);
        var template = Service<ICompiledQueryCache>().GetOrAddQuery(
            Service<ICompiledQueryCacheKeyGenerator>().GenerateCacheKey(extracted, async: false),
            () => Kept(Template(extracted, values)))(null!);
        AddMissing(values, template.Parameters.Select(parameter => parameter.InvariantName));
        return template.CreateDbCommand(
            new RelationalCommandParameterObject(Service<IRelationalConnection>(), values, null, context, null), Guid.Empty,
            DbCommandMethod.ExecuteReader);
    }

    // What is captured becomes a parameter, and what depends on no row a constant.
    private Expression Extracted(Expression query, Dictionary<string, object?> values) =>
        new ExpressionTreeFuncletizer(context.Model, Service<IEvaluatableExpressionFilter>(), context.GetType(), false,
            Service<IDiagnosticsLogger<DbLoggerCategory.Query>>()).ExtractParameters(query, values, true, true);

    private static Func<QueryContext, IRelationalCommandTemplate> Kept(IRelationalCommandTemplate template) => _ => template;

    private IRelationalCommand Template(Expression query, Dictionary<string, object?> values)
    {
        var compilation = Service<IQueryCompilationContextFactory>().Create(async: false);
        query = Service<IQueryTranslationPreprocessorFactory>().Create(compilation).Process(query);
        query = Service<IQueryableMethodTranslatingExpressionVisitorFactory>().Create(compilation).Translate(query);
        query = Service<IQueryTranslationPostprocessorFactory>().Create(compilation).Process(query);
        var select = ((ShapedQueryExpression)query).QueryExpression;

        AddMissing(values, ParameterNames.In(select));
        var options = RelationalOptionsExtension.Extract(Service<IDbContextOptions>());
        var processor = Service<IRelationalParameterBasedSqlProcessorFactory>()
            .Create(new(options.UseRelationalNulls, options.ParameterizedCollectionMode));
        return Service<IQuerySqlGeneratorFactory>().Create().GetCommand(processor.Process(select, new ParametersCacheDecorator(values)));
    }

    // The instant of a past context is read from the context when a query runs: here it only has to be not null.
    private static void AddMissing(Dictionary<string, object?> values, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            values.TryAdd(name, 0L);
        }
    }

    private T Service<T>()
        where T : class => context.GetService<T>();

    private sealed class ParameterNames : ExpressionVisitor
    {
        private readonly List<string> names = [];

        public static IEnumerable<string> In(Expression expression)
        {
            var visitor = new ParameterNames();
            visitor.Visit(expression);
            return visitor.names;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is SqlParameterExpression parameter)
            {
                names.Add(parameter.InvariantName);
            }

            return base.VisitExtension(node);
        }
    }
}
