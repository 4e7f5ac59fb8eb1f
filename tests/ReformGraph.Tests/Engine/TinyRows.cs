namespace ReformGraph.Tests.Engine;

/// <summary>Rows of the tiny model, the same for the same seed: with nulls, ties, awkward texts and extreme numbers.</summary>
internal sealed class TinyRows
{
    /// <summary>Texts that break what treats text carelessly.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "a", "A", "ab", "aB", "b", "ä", "Z", "z", "100%", "50_50", "_", "%", @"back\slash", @"\", "it's", "\"quoted\"", "''",
            "[a-z]", "*?",
        "中", "中文", "高风险", "村", "重庆", "😀", "😀a", "a😀", "\uFFFD", "\uE000", "𠀀", "\u007F", "line\nbreak", "tab\there", "e\u0301", "é",
            "null", "NULL", "0", "-1", "1; DROP TABLE",
    ];

    private readonly Random random;

    private TinyRows(int seed) => random = new Random(seed);

    public List<Shelf> Shelves { get; } = [];

    public List<Author> Authors { get; } = [];

    public List<Book> Books { get; } = [];

    public List<Loan> Loans { get; } = [];

    public List<Topic> Topics { get; } = [];

    public List<Estimate> Estimates { get; } = [];

    public IEnumerable<object> All => [.. Shelves, .. Authors, .. Books, .. Loans, .. Topics, .. Estimates];

    public static TinyRows Generate(int seed, int books)
    {
        var rows = new TinyRows(seed);
        Fill(rows.Shelves, 3 + (books / 12), rows.NextShelf);
        Fill(rows.Authors, 3 + (books / 8), rows.NextAuthor);
        Fill(rows.Books, books, rows.NextBook);
        Fill(rows.Loans, books * 2, rows.NextLoan);
        Fill(rows.Topics, 3 + books, rows.NextTopic);
        Fill(rows.Estimates, books * 2, rows.NextEstimate);
        return rows;
    }

    private static void Fill<T>(List<T> list, int count, Func<int, T> next)
    {
        for (var id = 1; id <= count; id++)
        {
            list.Add(next(id));
        }
    }

    // A parent that is drawn is always an earlier row: the references to the own kind form trees.
    private Shelf NextShelf(int id)
    {
        var parent = MaybeEarlier(Shelves);
        var shelf = new Shelf
        {
            Id = id,
            Code = $"S{id}",
            Room = Maybe(Text),
            Boards = Of<byte>(0, 1, 3, 3, 255),
            ParentId = parent?.Id,
            Parent = parent
        };
        parent?.Parts.Add(shelf);
        return shelf;
    }

    private Author NextAuthor(int id) => new()
    {
        Id = id,
        Name = Text(),
        PenName = Maybe(Text),
        BornOn = MaybeValue(Day),
    };

    private Book NextBook(int id)
    {
        var (shelf, author) = (Of(Shelves), Of(Authors));
        var editor = Maybe(() => Of(Authors));
        var whole = MaybeEarlier(Books);
        var book = new Book
        {
            Id = id,
            Code = $"B{id}",
            Title = Text(),
            Subtitle = Maybe(Text),
            Lending = Of(Enum.GetValues<Lending>()),
            Wear = MaybeValue(() => Of(Enum.GetValues<Wear>())),
            Pages = Of(0, 100, 320, 500, 501, 1200),
            Plates = MaybeValue(() => Of(0, 16, 32)),
            Price = MaybeValue(() => Money()),
            ShelfId = shelf.Id,
            Shelf = shelf,
            AuthorId = author.Id,
            Author = author,
            EditorId = editor?.Id,
            Editor = editor,
            WholeId = whole?.Id,
            Whole = whole,
        };
        shelf.Books.Add(book);
        author.Written.Add(book);
        editor?.Edited.Add(book);
        whole?.Parts.Add(book);
        return book;
    }

    private Loan NextLoan(int id)
    {
        var (book, renews) = (Of(Books), MaybeEarlier(Loans));
        var loan = new Loan
        {
            Id = id,
            BookId = book.Id,
            Book = book,
            RenewsId = renews?.Id,
            Renews = renews,
            Reader = Text(),
            Remark = Maybe(Text),
            Reserved = Chance(2),
            Liked = MaybeValue(() => Chance(2)),
            Desk = Of<byte>(0, 1, 2, 255),
            Stars = MaybeValue(() => Of<byte>(0, 5, 255)),
            Days = Of<short>(short.MinValue, -1, 0, 7, 30, short.MaxValue),
            DaysLate = MaybeValue(() => Of<short>(-3, 0, 3, short.MaxValue)),
            CardNumber = Of(int.MinValue, -1, 0, 1, 1, 42, int.MaxValue),
            SlipNumber = MaybeValue(() => Of(int.MinValue, 0, 7, int.MaxValue)),
            Serial = Of(long.MinValue, -1L, 0L, 9_007_199_254_740_993L, long.MaxValue),
            OldSerial = MaybeValue(() => Of(long.MinValue, 9_007_199_254_740_993L, long.MaxValue)),
            Weight = Of(double.MinValue, -1.5, 0, 5e-324, 0.1, 1.0 / 3, 1e22, double.MaxValue),
            Distance = MaybeValue(() => Of(-0.25, 0, 0.1, 123456.789)),
            Deposit = Money(least: -922_337_203_685_400m),
            Fine = MaybeValue(() => Of(0m, 0.5m, 12.25m, 0.0001m)),
            LentAt = Instant(),
            ReturnedAt = MaybeValue(Instant),
            DueOn = Day(),
            RemindedOn = MaybeValue(Day),
            ClosesAt = TimeOfDay(),
            CallAt = MaybeValue(TimeOfDay),
            Queued = Duration(),
            ReadFor = MaybeValue(Duration),
            Ticket = Identifier(),
            Receipt = MaybeValue(Identifier),
            Page = Address(),
            Review = Maybe(Address),
        };
        book.Loans.Add(loan);
        return loan;
    }

    // Four totals, each with many topics, so that there is much to add up.
    private Topic NextTopic(int id)
    {
        var whole = Topics.Count < 4 || Chance(3) ? null : Topics[id % 4];
        var topic = new Topic { Id = id, Whole = whole, WholeId = whole?.Id };
        whole?.Shares.Add(topic);
        return topic;
    }

    private Estimate NextEstimate(int id)
    {
        var (topic, shelf, quotes) = (Of(Topics), Of(Shelves), Chance(8) ? MaybeEarlier(Estimates) : null);
        var (amount, bounds) = Chance(8) ? (null, default) : Amount();
        var estimate = new Estimate
        {
            Id = id,
            TopicId = topic.Id,
            Topic = topic,
            ShelfId = shelf.Id,
            Shelf = shelf,
            Tense = Of(Tense.Then, Tense.Now, Tense.Now, Tense.Said, Tense.Wish),
            Scale = Chance(6) ? Scale.Point : topic.Id % 2 == 0 ? Scale.Percent : Scale.Metre,
            Amount = amount,
            Least = bounds.Least,
            LeastIncluded = bounds.LeastIncluded,
            Most = bounds.Most,
            MostIncluded = bounds.MostIncluded,
            Quotes = quotes,
            QuotesId = quotes?.Id,
        };
        topic.Estimates.Add(estimate);
        shelf.Estimates.Add(estimate);
        return estimate;
    }

    // The largest amount is exact, as its bounds must be amounts too.
    private (decimal? Amount, (decimal? Least, bool LeastIncluded, decimal? Most, bool MostIncluded) Bounds) Amount()
    {
        var amount = Chance(12) ? 922_337_203_685_477.5807m : Of(-10m, -0.5m, 0m, 0.0003m, 1m, 3m, 7m, 12.5m, 104m, 1000m);
        return (amount, amount > 1000 ? (amount, true, amount, true) : Of<(decimal?, bool, decimal?, bool)>(
            (amount, true, amount, true),
            (amount - 0.25m, true, amount + 0.25m, false),
            (amount, false, amount + 5, false),
            (amount, true, null, false),
            (null, false, amount, Chance(2)),
            (null, false, null, false)));
    }

    private string Text() => Of(Texts);

    // The largest amounts that a Decimal holds stand at both ends; what is reckoned with them must stay within.
    private decimal Money(decimal least = -922_337_203_685_477.5807m) =>
        Of(least, -1m, 0m, 0.0001m, 23.5m, 104m, 104m, 99.99m, 922_337_203_685_477.5807m);

    private DateOnly Day() =>
        Of(DateOnly.MinValue, new DateOnly(1949, 10, 1), new DateOnly(2024, 2, 29), new DateOnly(2026, 1, 2), DateOnly.MaxValue);

    private DateTime Instant() => Of(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        new DateTime(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc),
        new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc),
        new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddMicroseconds(1),
        DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc).AddTicks(-9));

    private TimeOnly TimeOfDay() =>
        Of(TimeOnly.MinValue, new TimeOnly(8, 30), new TimeOnly(8, 30, 0, 5), new TimeOnly(17, 0),
        TimeOnly.MaxValue.Add(TimeSpan.FromTicks(-9)));

    private TimeSpan Duration() =>
        Of(TimeSpan.MinValue, TimeSpan.FromDays(-1), TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(90), TimeSpan.MaxValue);

    private Guid Identifier() => Of(
        Guid.Empty,
        new Guid("00000000-0000-0000-0000-0000000000ff"),
        new Guid("7fffffff-0000-4000-8000-000000000000"),
        new Guid("80000000-0000-4000-8000-000000000000"),
        new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private Uri Address() =>
        new(Of("https://example.org/", "https://example.org/a?b=c%20d#e", "https://example.org/%E6%9D%91", "urn:isbn:9787100012345"));

    private T? Maybe<T>(Func<T> value)
        where T : class => Chance(3) ? null : value();

    private T? MaybeValue<T>(Func<T> value)
        where T : struct => Chance(3) ? null : value();

    private T? MaybeEarlier<T>(List<T> rows)
        where T : class => rows.Count == 0 || Chance(2) ? null : Of(rows);

    // A fixed seed, not secrecy, is the point.
#pragma warning disable CA5394
    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Of<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];
#pragma warning restore CA5394
}
