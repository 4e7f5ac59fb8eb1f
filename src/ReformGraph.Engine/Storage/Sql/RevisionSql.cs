using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>Conditions on the revisions of an entity.</summary>
public static class RevisionSql
{
    /// <summary>For a revision <c>r</c>: whether its row was withdrawn when it ended, because no other version replaced it.</summary>
    public static string IsWithdrawn(Revisions revisions) =>
        $"r.\"{Revisions.To}\" < {FormattableString.Invariant($"{Revisions.Open}")} " +
        $"AND NOT EXISTS (SELECT 1 FROM {Quoted(revisions.Name)} AS n " +
        $"WHERE n.\"Id\" = r.\"Id\" AND n.\"{Revisions.From}\" = r.\"{Revisions.To}\")";
}
