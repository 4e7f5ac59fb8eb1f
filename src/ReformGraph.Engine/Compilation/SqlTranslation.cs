using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// EF Core's query pipeline as far as the SQL. What follows there, a function that reads rows, takes longer to compile than all that
/// comes before, and nobody would run it.
/// </summary>
/// <param name="context">The context.</param>
internal sealed class SqlTranslation(DbContext context)
{
    private readonly IRelationalConnection connection = context.GetService<IRelationalConnection>();
    private readonly IQueryCompilationContextFactory compilations = context.GetService<IQueryCompilationContextFactory>();
    private readonly IQueryTranslationPreprocessorFactory preprocessors = context.GetService<IQueryTranslationPreprocessorFactory>();
    private readonly IQueryableMethodTranslatingExpressionVisitorFactory translators =
        context.GetService<IQueryableMethodTranslatingExpressionVisitorFactory>();

    private readonly IQueryTranslationPostprocessorFactory postprocessors = context.GetService<IQueryTranslationPostprocessorFactory>();
    private readonly IRelationalParameterBasedSqlProcessorFactory parameterProcessors =
        context.GetService<IRelationalParameterBasedSqlProcessorFactory>();

    private readonly IQuerySqlGeneratorFactory generators = context.GetService<IQuerySqlGeneratorFactory>();

    /// <summary>The command of a query. Its parameters have values that only stand for ones that are not null.</summary>
    public DbCommand Command(Expression query)
    {
        var compilation = compilations.Create(async: false);
        query = preprocessors.Create(compilation).Process(query);
        query = translators.Create(compilation).Translate(query);
        var select = ((ShapedQueryExpression)postprocessors.Create(compilation).Process(query)).QueryExpression;
        var found = new FoundParameters();
        found.Visit(select);
        var options = RelationalOptionsExtension.Extract(compilation.ContextOptions);
#pragma warning disable EF1001 // The public factory asks for it, and it has no other constructor.
        var settings = new RelationalParameterBasedSqlProcessorParameters(options.UseRelationalNulls, options.ParameterizedCollectionMode);
#pragma warning restore EF1001
        var statement = parameterProcessors.Create(settings).Process(select, new ParametersCacheDecorator(found.Values));
        return generators.Create().GetCommand(statement).CreateDbCommand(
            new(connection, found.Values, readerColumns: null, context, logger: null), Guid.Empty, DbCommandMethod.ExecuteReader);
    }

    /// <summary>The parameters of a statement. EF Core asks of their values whether they are null.</summary>
    private sealed class FoundParameters : ExpressionVisitor
    {
        public Dictionary<string, object?> Values { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is SqlParameterExpression parameter)
            {
                Values[parameter.InvariantName] = Sample(parameter.Type);
            }

            return base.VisitExtension(node);
        }

        private static object Sample(Type type) =>
            type == typeof(string) ? string.Empty
            : type == typeof(Uri) ? new Uri("about:blank")
            : Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type)!;
    }
}
