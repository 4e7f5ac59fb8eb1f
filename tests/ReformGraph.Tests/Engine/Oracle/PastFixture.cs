using System.Globalization;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The tiny model with a history of random changes, and a copy of it after each.</summary>
public sealed class PastFixture : IDisposable
{
    public const int Changes = 4;

    private readonly Random random = new(20261125);
    private readonly List<TinyEngine> then = [];

    public PastFixture()
    {
        Database = new TinyDatabase();
        then.Add(new TinyEngine(Database.Copy()));
        for (var sequence = 2; sequence <= Changes; sequence++)
        {
            Change(sequence);
            then.Add(new TinyEngine(Database.Copy()));
        }

        Now = new TinyEngine(Database);
    }

    internal TinyDatabase Database { get; }

    /// <summary>The database after its last change.</summary>
    internal TinyEngine Now { get; }

    /// <summary>Behind each change.</summary>
    internal IReadOnlyList<TinyEngine> Then => then;

    public void Dispose()
    {
        Now.Dispose();
        then.ForEach(engine => engine.Dispose());
    }

    private void Change(int sequence) => Database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
        BEGIN IMMEDIATE;
        UPDATE DataState SET Sequence = {sequence};
        UPDATE Books SET Title = Title || '改', Lending = (Lending + 1) % 3, Wear = nullif(abs(Pages + {sequence}) % 4, 3), ShelfId = (SELECT Id FROM Shelves ORDER BY (Id * {Any()}) % 101 LIMIT 1), Version = Version + 1 WHERE {Some("Id")};
        UPDATE Books SET Price = NULL, EditorId = AuthorId, Plates = coalesce(Plates, 0) + {sequence}, Version = Version + 1 WHERE {Some("Id")};
        UPDATE Shelves SET Room = nullif('room ' || (Id % 3), 'room 0'), Boards = Boards / 2, Version = Version + 1 WHERE {Some("Id")};
        UPDATE Authors SET PenName = 'As of {sequence}', BornOn = NULL, Version = Version + 1 WHERE {Some("Id")};
        DELETE FROM Loans WHERE {Some("Id")} AND Id NOT IN (SELECT RenewsId FROM Loans WHERE RenewsId IS NOT NULL);
        UPDATE Loans SET Fine = Deposit / {sequence}, ReturnedAt = LentAt, Remark = NULL, BookId = (SELECT Id FROM Books ORDER BY (Id * {Any()}) % 101 LIMIT 1), Version = Version + 1 WHERE {Some("Id")};
        DELETE FROM Estimates WHERE {Some("Id")} AND Id NOT IN (SELECT QuotesId FROM Estimates WHERE QuotesId IS NOT NULL);
        UPDATE Books SET WholeId = NULL, Version = Version + 1 WHERE {Some("Id")};
        DELETE FROM Books WHERE {Some("Id")} AND Id NOT IN (SELECT BookId FROM Loans) AND Id NOT IN (SELECT WholeId FROM Books WHERE WholeId IS NOT NULL);
        INSERT INTO Shelves (Version, Id, Code, Room, Boards, ParentId) SELECT 1, max(Id) + 1000, 'new in {sequence}', NULL, {sequence}, max(Id) FROM Shelves;
        INSERT INTO Changes (Id, Sequence, RecordedAt, Actor, Kind, Reason, RowCount, RowsRoot, Hash) VALUES ({sequence}, {sequence}, '2026-01-{sequence:00} 00:00:00', 'a librarian', 2, 'Change {sequence}', 1, '', '');
        COMMIT;
        """));

    private string Some(string column) => string.Create(CultureInfo.InvariantCulture, $"({column} * {Any()}) % 11 < 2");

    private int Any() => random.Next(1, 1000);
}
