using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>What the offices of a county call the columns of a register and the values in them, as the database keeps it.</summary>
internal sealed class RegisterSynonyms
{
    private readonly ReformDbContext context;
    private readonly County county;
    private readonly ImportHeadings headings;
    private readonly HashSet<string> codes;
    private readonly Dictionary<(string? Field, string Wording), RegisterSynonym> rows = [];

    private RegisterSynonyms(ReformDbContext context, County county, ImportHeadings headings, List<RegisterSynonym> all)
    {
        (this.context, this.county, this.headings) = (context, county, headings);
        codes = [.. all.Select(row => row.Code)];
        foreach (var row in all.Where(row => row.Register == headings.Entity.Plural))
        {
            if (!Mapping.TryAdd(headings, row.Field, row.Wording, row.Meaning))
            {
                Unusable.Add(row.Code);
            }

            rows[(row.Field, TableMapping.KeyOf(row.Field, row.Wording))] = row;
        }
    }

    /// <summary>What they say.</summary>
    public TableMapping Mapping { get; } = new();

    /// <summary>The codes of those that name no field or no value of the register.</summary>
    public List<string> Unusable { get; } = [];

    /// <summary>The synonyms of a county for a register.</summary>
    public static async Task<RegisterSynonyms> LoadAsync(ReformDbContext context, County county, ImportHeadings headings,
        CancellationToken cancellation) => new(context, county, headings, await context.Set<RegisterSynonym>().AsNoTracking()
        .Where(row => row.CountyId == county.Id).OrderBy(row => row.Id).ToListAsync(cancellation));

    /// <summary>Keeps what a mapping says, in a change that has begun, as far as it would not be understood without it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="meanings">What is understood without it.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The number of synonyms that are new or have changed.</returns>
    public async Task<int> KeepAsync(TableMapping mapping, HeadingMeanings meanings, DateOnly today, CancellationToken cancellation)
    {
        var (last, kept) = (await RowIds.LastAsync<RegisterSynonym>(context, cancellation), 0);
        foreach (var (field, wording, meaning) in mapping.Entries)
        {
            if (rows.TryGetValue((field, wording), out var row))
            {
                if (row.Meaning != meaning)
                {
                    context.Attach(row).Entity.Meaning = meaning;
                    kept++;
                }
            }
            else if (!meanings.Understands(field, wording, meaning) && Created(last + 1, field, wording, meaning, today) is { } created)
            {
                context.Add(created);
                (last, kept) = (last + 1, kept + 1);
            }
        }

        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        return kept;
    }

    // The code says what it is, unless the wording is no part of a code.
    private RegisterSynonym? Created(int id, string? field, string wording, string? meaning, DateOnly today)
    {
        var (register, place) = (headings.Entity.Plural, field is null ? string.Empty : $".{field}");
        var row = new RegisterSynonym
        {
            Id = id,
            Code = $"{register}{place}:{wording}",
            Register = register,
            Field = field,
            Wording = wording,
            Meaning = meaning,
            CountyId = county.Id,
        };
        if (!IsFree())
        {
            row.Code = $"{register}{place}#{ReportText.Hash(wording)[..16]}";
            return IsFree() ? row : null;
        }

        return row;

        bool IsFree() => RowRules.Check(row, today).Count == 0 && codes.Add(row.Code);
    }
}
