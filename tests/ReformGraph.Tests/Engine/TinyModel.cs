using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine;

// The engine's own model: a library. Every scalar, nullable and not; computed and looked-up fields; chains of references,
// references to the own kind, and two lists between the same two entities.

[Description("Whether a book can be borrowed.")]
internal enum Lending
{
    [Description("It stays in the house.")]
    [Label("馆内阅览", "reference only")]
    ReferenceOnly,

    [Description("It can be borrowed for a week.")]
    [Label("短期外借", "short loan")]
    ShortLoan,

    [Description("It can be borrowed for a month.")]
    [Label("普通外借", "long loan")]
    LongLoan,
}

[Description("How worn a book is.")]
internal enum Wear
{
    [Description("As printed.")]
    [Label("全新", "new")]
    New,

    [Description("Read, and whole.")]
    [Label("良好", "good")]
    Good,

    [Description("Pages are missing.")]
    [Label("残缺", "damaged")]
    Damaged,
}

[Entity("shelves")]
[Description("A shelf; a shelf can stand in a larger one.")]
internal sealed class Shelf : Versioned<Shelf>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The code on its label.")]
    public required string Code { get; init; }

    [Description("The room that it stands in.")]
    public string? Room { get; init; }

    [Description("How many boards it has.")]
    public byte Boards { get; init; }

    public int? ParentId { get; init; }

    [Description("The shelf that it is a part of.")]
    public Shelf? Parent { get; init; }

    [Description("The shelves that are parts of it.")]
    [InverseProperty(nameof(Parent))]
    public List<Shelf> Parts { get; } = [];

    [Description("The books that stand on it.")]
    public List<Book> Books { get; } = [];

    [Description("What was estimated of it.")]
    public List<Estimate> Estimates { get; } = [];
}

[Entity("authors")]
[Description("A person who writes or edits books.")]
internal sealed class Author : Versioned<Author>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The name in full.")]
    public required string Name { get; init; }

    [Description("The name on the covers, where it is another.")]
    public string? PenName { get; init; }

    [Description("The day of birth.")]
    public DateOnly? BornOn { get; init; }

    [Description("The pen name, or else the name.")]
    public static Expression<Func<Author, string>> CoverName => author => author.PenName ?? author.Name;

    [Description("The books that this author wrote.")]
    [InverseProperty(nameof(Book.Author))]
    public List<Book> Written { get; } = [];

    [Description("The books that this author edited.")]
    [InverseProperty(nameof(Book.Editor))]
    public List<Book> Edited { get; } = [];
}

[Entity("books")]
[Description("A book of the library.")]
[Rollup(nameof(Lending), nameof(Wear))]
[Rollup(nameof(ShelfId), nameof(Wear))]
[Rollup(nameof(EditorId))]
internal sealed class Book : Versioned<Book>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The code in the catalogue.")]
    public required string Code { get; init; }

    [Description("The title, \"as printed\", with \\ and all.")]
    public required string Title { get; init; }

    [Description("The subtitle.")]
    public string? Subtitle { get; init; }

    [Description("Whether it can be borrowed.")]
    public Lending Lending { get; init; }

    [Description("How worn it is, where that was looked at.")]
    public Wear? Wear { get; init; }

    [Description("How many pages it has.")]
    public int Pages { get; init; }

    [Description("How many of them are plates.")]
    public int? Plates { get; init; }

    [Description("What it cost, in yuan.")]
    public decimal? Price { get; init; }

    [Description("The pages that are not plates; null where the plates were not counted.")]
    public static Expression<Func<Book, int?>> TextPages => book => book.Pages - book.Plates;

    [Description("Whether it has more than 500 pages.")]
    public static Expression<Func<Book, bool>> IsThick => book => book.Pages > 500;

    [Description("What the catalogue card says, for the books that have a card.")]
    [Lookup(nameof(Code), typeof(CatalogueCards))]
    [NotMapped]
    public string? Card { get; init; }

    public int ShelfId { get; init; }

    [Description("Where it stands.")]
    public required Shelf Shelf { get; init; }

    public int AuthorId { get; init; }

    [Description("Who wrote it.")]
    public required Author Author { get; init; }

    public int? EditorId { get; init; }

    [Description("Who edited it.")]
    public Author? Editor { get; init; }

    public int? WholeId { get; init; }

    [Description("The work of which it is a volume.")]
    public Book? Whole { get; init; }

    [Description("The volumes of this work.")]
    [InverseProperty(nameof(Whole))]
    public List<Book> Parts { get; } = [];

    [Description("Its loans.")]
    public List<Loan> Loans { get; } = [];
}

[Entity("loans")]
[Rollup(nameof(RemindedOn) + RollupAttribute.Month, nameof(Liked), nameof(Reserved))]
[Description("One borrowing of a book, with a value of every kind: each once as a must, and once where it may be missing.")]
internal sealed class Loan : Versioned<Loan>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    public int BookId { get; init; }

    [Description("The book that was borrowed.")]
    public required Book Book { get; init; }

    public int? RenewsId { get; init; }

    [Description("The loan that this one renews.")]
    public Loan? Renews { get; init; }

    [Description("The reader's name.")]
    public required string Reader { get; init; }

    [Description("A remark.")]
    public string? Remark { get; init; }

    [Description("Whether it was reserved before.")]
    public bool Reserved { get; init; }

    [Description("Whether the reader liked it.")]
    public bool? Liked { get; init; }

    [Description("The desk.")]
    public byte Desk { get; init; }

    [Description("Stars out of 255.")]
    public byte? Stars { get; init; }

    [Description("Days allowed.")]
    public short Days { get; init; }

    [Description("Days late; negative when early.")]
    public short? DaysLate { get; init; }

    [Description("The number of the reader's card.")]
    public int CardNumber { get; init; }

    [Description("The number of the slip.")]
    public int? SlipNumber { get; init; }

    [Description("The serial number.")]
    public long Serial { get; init; }

    [Description("The serial number in the old catalogue.")]
    public long? OldSerial { get; init; }

    [Description("The weight of the parcel, in kilograms.")]
    public double Weight { get; init; }

    [Description("The distance that it was sent, in metres.")]
    public double? Distance { get; init; }

    [Description("The deposit, in yuan.")]
    public decimal Deposit { get; init; }

    [Description("The fine, in yuan.")]
    public decimal? Fine { get; init; }

    [Description("When it was lent.")]
    public DateTime LentAt { get; init; }

    [Description("When it came back.")]
    public DateTime? ReturnedAt { get; init; }

    [Description("The day by which it is due.")]
    public DateOnly DueOn { get; init; }

    [Description("The day of the reminder.")]
    public DateOnly? RemindedOn { get; init; }

    [Description("The time of day at which the desk closes.")]
    public TimeOnly ClosesAt { get; init; }

    [Description("The time of day at which the reader may be called.")]
    public TimeOnly? CallAt { get; init; }

    [Description("How long the reader queued.")]
    public TimeSpan Queued { get; init; }

    [Description("How long it was read.")]
    public TimeSpan? ReadFor { get; init; }

    [Description("The ticket.")]
    public Guid Ticket { get; init; }

    [Description("The receipt.")]
    public Guid? Receipt { get; init; }

    [Description("The page of the loan.")]
    public required Uri Page { get; init; }

    [Description("The page of the review.")]
    public Uri? Review { get; init; }

    [Description("Whether the book is still out.")]
    public static Expression<Func<Loan, bool>> IsOpen => loan => loan.ReturnedAt == null;

    [Description("Deposit less fine, in yuan; null where there is no fine.")]
    public static Expression<Func<Loan, decimal?>> Refund => loan => loan.Deposit - loan.Fine;
}

/// <summary>The catalogue cards: only books whose code ends in an even digit have one.</summary>
internal sealed class CatalogueCards : FieldLookup
{
    public override string Fingerprint => nameof(CatalogueCards);

    public override string? Find(string key) => (key[^1] - '0') % 2 == 0 ? $"Card of {key} 📇" : null;
}
