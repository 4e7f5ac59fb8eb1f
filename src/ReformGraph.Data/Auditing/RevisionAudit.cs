using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Compares the versions of each row with one another and with the row: versions 1, 2, 3 ..., each ending with the change that recorded the
/// next, and the present row equal to the version that has not ended. The log proves the bytes of a version.
/// </summary>
internal sealed class RevisionAudit
{
    private readonly SqliteConnection connection;
    private readonly VersionedTable table;
    private readonly AuditReport report;
    private readonly RecordStatement versions;
    private readonly RecordStatement rows;
    private readonly CanonicalSerializer open = new();
    private readonly CanonicalSerializer present = new();
    private readonly int from;
    private readonly int? code;
    private long? id;
    private string? codeOfRow;
    private long version;
    private long until;
    private bool hasRow;

    private RevisionAudit(SqliteConnection connection, VersionedTable table, RecordStatement versions, RecordStatement rows,
        AuditReport report)
    {
        (this.connection, this.table, this.versions, this.rows, this.report) = (connection, table, versions, rows, report);
        code = table.Columns.Contains("Code")
            ? VersionedTable.FirstRecorded + table.Columns.Index().First(column => column.Item == "Code").Index : null;
        from = VersionedTable.FirstRecorded + table.Columns.Count;
        hasRow = rows.Step();
    }

    public static void Run(SqliteConnection connection, VersionedTable table, AuditReport report)
    {
        using var versions = new RecordStatement(connection, table.Versions);
        using var rows = new RecordStatement(connection, table.PresentRows);
        var audit = new RevisionAudit(connection, table, versions, rows, report);
        while (versions.Step())
        {
            report.Versions++;
            audit.CheckVersion();
        }

        audit.EndRow();
        audit.ReportRowsBefore(null);
        using var strange = new RecordStatement(connection, table.VersionsOutOfOrder);
        while (strange.Step())
        {
            report.Add(new AuditedRow(table.Entity, strange.Integer(1), null, strange.Integer(2)), Fault.Reordered,
                $"its key {strange.Text(0)} follows that of a later change");
        }
    }

    private void CheckVersion()
    {
        var (row, number) = (versions.Integer(VersionedTable.Id), versions.Integer(VersionedTable.Version));
        var isFirst = row != id;
        if (isFirst)
        {
            EndRow();
            (id, version) = (row, 0);
        }

        codeOfRow = code is { } column ? versions.Text(column) : null;

        if (number > version + 1)
        {
            Report(version + 1, Fault.Missing, number == version + 2 ? $"version {number} exists"
            : $"so are the versions up to {number - 1}; version {number} exists");
        }
        else if (number <= version)
        {
            Report(number, Fault.Reordered, $"it is recorded after version {version}");
        }

        version = number;
        CheckSpan(isFirst);
        if (until == Revisions.Open)
        {
            table.WriteVersion(open, versions, RecordFormat.Stored);
        }
    }

    private void CheckSpan(bool isFirst)
    {
        var (begin, end) = (versions.Integer(from), versions.Integer(from + 1));
        if (!versions.IsInteger(from) || !versions.IsInteger(from + 1) || begin < 1 || begin > report.Changes)
        {
            Report(version, Fault.Damaged,
                $"it is recorded from {versions.Text(from)} until {versions.Text(from + 1)}, but the log has " +
                $"{English.Count(report.Changes, "change")}");
        }
        else if (end <= begin || (end > report.Changes && end != Revisions.Open))
        {
            Report(version, Fault.Changed, $"it was recorded by change {begin} but ends with change {end}");
        }
        else if (!isFirst && begin != until)
        {
            Report(version - 1, Fault.Changed,
                $"it ends with {(until == Revisions.Open ? "no change" : $"change {until}")}, but the next version was recorded by " +
                $"change {begin}");
        }

        until = end;
    }

    /// <summary>Compares the last version of a row with the present row, if there is one.</summary>
    private void EndRow()
    {
        if (id is null)
        {
            return;
        }

        ReportRowsBefore(id);
        var isPresent = hasRow && rows.Integer(VersionedTable.Id) == id;
        if (isPresent && until != Revisions.Open)
        {
            Report(null, Fault.Added, $"the row exists, although change {until} withdrew it");
        }
        else if (!isPresent && until == Revisions.Open)
        {
            Report(null, Fault.Missing, $"the row does not exist, although version {version} of it was not withdrawn");
        }
        else if (isPresent)
        {
            table.WriteVersion(present, rows, RecordFormat.Stored);
            if (!present.Bytes.SequenceEqual(open.Bytes))
            {
                ReportDifferences();
            }
        }

        hasRow = isPresent ? rows.Step() : hasRow;
    }

    private void ReportRowsBefore(long? next)
    {
        for (; hasRow && (next is null || rows.Integer(VersionedTable.Id) < next); hasRow = rows.Step())
        {
            report.Add(new AuditedRow(table.Entity, rows.Integer(VersionedTable.Id), code is { } column ? rows.Text(column) : null),
                Fault.Added, "the row exists, but no version of it was recorded", table.Differences(null, rows));
        }
    }

    private void ReportDifferences()
    {
        if (report.Has(table.Entity, id!.Value, version))
        {
            Report(null, Fault.Changed, $"the row differs from its version {version}, which also differs from what was recorded");
            return;
        }

        using var recorded = new RecordStatement(connection, table.VersionOfRow);
        recorded.Run(id.Value, version);
        Report(null, Fault.Changed, $"the row differs from its version {version}",
            recorded.Step() ? table.Differences(recorded, rows) : []);
    }

    private void Report(long? version, Fault fault, string detail, params IReadOnlyList<AuditedColumn> columns) =>
        report.Add(new AuditedRow(table.Entity, id!.Value, codeOfRow, version), fault, detail, columns);
}
