using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Tests;

// The model of someone who knows the engine and nothing else: no labels, a role of its own,
// a foreign key that is shown next to its reference.

[Description("What a book is about.")]
public enum Genre
{
    [Description("Made up.")]
    Novel = 1,

    [Description("As it happened.")]
    History = 2,
}

[Entity("authors")]
[Description("Who writes books.")]
[Writable]
public sealed class Author : Versioned<Author>
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("A stable code.")]
    public required string Code { get; set; }

    [Description("The name.")]
    [MaxLength(100)]
    public required string Name { get; set; }

    [Description("The books.")]
    public List<Book> Books { get; } = [];
}

[Entity("books")]
[Description("A book.")]
[Writable]
[Rollup(nameof(Genre))]
public sealed class Book : Versioned<Book>
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("A stable code.")]
    public required string Code { get; set; }

    [Description("The title.")]
    public required string Title { get; set; }

    [Description("What it is about.")]
    public Genre Genre { get; set; }

    [Description("How many pages it has.")]
    public int Pages { get; set; }

    [Description("The id of its author.")]
    public int AuthorId { get; set; }

    [Description("Who wrote it.")]
    public Author Author { get; set; } = null!;
}

[Entity("branches")]
[Description("A branch of the library.")]
[Writable]
public sealed class Branch : Versioned<Branch>
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("A stable code.")]
    public required string Code { get; set; }
}

[Entity("rooms")]
[Description("A room of a branch, which numbers its rooms itself.")]
[Writable]
[CodeWithin(nameof(Branch))]
public sealed class Room : Versioned<Room>
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("The number on the door.")]
    public required string Code { get; set; }

    [Description("How many seats it has.")]
    public int Seats { get; set; }

    [Description("How many people have no seat.")]
    [Argument("How many people come.")]
    public static Expression<Func<Room, int, int?>> Standing { get; } =
        (room, people) => people <= 0 ? null : people > room.Seats ? people - room.Seats : 0;

    public int BranchId { get; set; }

    [Description("The branch.")]
    public Branch Branch { get; set; } = null!;

    public int? NextId { get; set; }

    [Description("The room next door.")]
    public Room? Next { get; set; }

    [Description("The shelves.")]
    public List<Shelf> Shelves { get; } = [];
}

[Entity("shelves")]
[Description("A shelf. Its code is unique in the branch.")]
[Writable]
[CodeWithin(nameof(Room), nameof(Room.Branch))]
public sealed class Shelf : Versioned<Shelf>
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("The code on its label.")]
    public required string Code { get; set; }

    public int RoomId { get; set; }

    [Description("The room in which it stands.")]
    public Room Room { get; set; } = null!;

    public int? BesideId { get; set; }

    [Description("The shelf beside it.")]
    public Shelf? Beside { get; set; }
}

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public static Type[] Entities { get; } = [typeof(Author), typeof(Book), typeof(Branch), typeof(Room), typeof(Shelf)];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(Entities);
        modelBuilder.Entity<Change>().Property(change => change.Actor).ReadableBy("librarian");
        modelBuilder.FitToProvider(Database.ProviderName);
    }
}

public sealed class LibraryPast(DbContextOptions<LibraryPast> options) : PastContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(LibraryContext.Entities);
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}
