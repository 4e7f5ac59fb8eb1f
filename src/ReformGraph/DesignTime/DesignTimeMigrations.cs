#if DEBUG // the tool uses Debug builds; others do not load its assembly
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ReformGraph.DesignTime;

/// <summary>Makes the migrations tool write migrations without a copy of the model. The tool finds it; nothing else uses it.</summary>
internal sealed class DesignTimeMigrations : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection) =>
        serviceCollection.AddSingleton<IMigrationsCodeGenerator, Generator>();

    private sealed class Generator(MigrationsCodeGeneratorDependencies dependencies, CSharpMigrationsGeneratorDependencies csharp)
        : CSharpMigrationsGenerator(dependencies, csharp)
    {
        private bool readsModel;

        public override string GenerateMigration(
            string? migrationNamespace,
            string migrationName,
            IReadOnlyList<MigrationOperation> upOperations,
            IReadOnlyList<MigrationOperation> downOperations)
        {
            readsModel = upOperations.Any(ReadsModel); // a database is upgraded only
            return base.GenerateMigration(migrationNamespace, migrationName, upOperations, downOperations);
        }

        public override string GenerateMetadata(
            string? migrationNamespace, Type contextType, string migrationName, string migrationId, IModel targetModel)
        {
            var written = readsModel ? targetModel : new ModelBuilder().FinalizeModel();
            return base.GenerateMetadata(migrationNamespace, contextType, migrationName, migrationId, written);
        }

        // SQLite has no statement for any other operation: EF Core rebuilds the table according to the model at the end of the migration.
        private static bool ReadsModel(MigrationOperation operation) => operation is not (CreateTableOperation or DropTableOperation
            or RenameTableOperation or AddColumnOperation or RenameColumnOperation
            or CreateIndexOperation or DropIndexOperation or SqlOperation);
    }
}
#endif
