using Microsoft.EntityFrameworkCore;
using ReformGraph.Codes;
using ReformGraph.Engine.Modeling;
using ReformGraph.Seeding;

namespace ReformGraph.Figures;

/// <summary>
/// Gives figures their values. What enters: figures with their wordings, derivations and inputs. What leaves: the same
/// figures with value, precision and bounds. It refuses a wording that is no quantity and a derivation that cannot be made.
/// </summary>
internal static class FigureValues
{
    /// <summary>Computes all values.</summary>
    /// <param name="figures">The figures, inputs included.</param>
    /// <param name="keepsUnreadable">Whether a figure whose wording is none of today's quantities keeps the value that it has.</param>
    /// <exception cref="InvalidRowException">A wording is no quantity, or a derivation cannot be made.</exception>
    public static void Compute(IEnumerable<Figure> figures, bool keepsUnreadable = false)
    {
        var pending = new HashSet<Figure>();
        var done = new HashSet<Figure>();
        foreach (var figure in figures)
        {
            Compute(figure);
        }

        void Compute(Figure figure)
        {
            if (done.Contains(figure) || (keepsUnreadable && figure.Derivation is null && ProblemOf(figure) is not null))
            {
                return;
            }

            if (!pending.Add(figure))
            {
                throw new InvalidRowException(figure, nameof(Figure.Derivation), "a derivation that does not lead back to itself");
            }

            foreach (var input in figure.Inputs)
            {
                Compute(input.Input);
            }

            Set(figure);
            done.Add(figure);
        }
    }

    /// <summary>Whether values follow from the rows of an entity.</summary>
    public static bool FollowFrom(EntityModel entity) => entity.ClrType == typeof(Figure) || entity.ClrType == typeof(FigureInput);

    /// <summary>Computes all values over the figures as they are stored, and saves what has changed. To be called in the transaction of a write of figures.</summary>
    /// <exception cref="InvalidRowException">A derivation cannot be made.</exception>
    public static async Task RefreshAsync(ReformDbContext context, CancellationToken cancellation = default)
    {
        // What is written was held against the rules: another wording stems from a program that read more.
        Compute(await context.Set<Figure>().Include(figure => figure.Inputs).ThenInclude(input => input.Input).ToListAsync(cancellation), keepsUnreadable: true);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>The value and bounds of a figure.</summary>
    public static Quantity Quantity(this Figure figure) =>
        new(figure.Value, new(figure.Lower, figure.LowerIncluded, figure.Upper, figure.UpperIncluded));

    /// <summary>What the wording of a figure would have to be; null where it is that.</summary>
    public static string? ProblemOf(Figure figure) =>
        figure.Derivation is not null ? figure.Wording is null ? null : "empty, as the figure is derived"
        : StatedQuantity.Read(figure.Wording ?? string.Empty).Expected;

    /// <summary>The units that the wording of a figure allows; null for a figure without a wording that can be read.</summary>
    public static IReadOnlyList<Unit>? UnitsOf(Figure figure) =>
        figure is { Derivation: null, Wording: { } wording } ? StatedQuantity.Parse(wording)?.Units : null;

    private static void Set(Figure figure)
    {
        if (ProblemOf(figure) is { } expected)
        {
            throw new InvalidRowException(figure, nameof(Figure.Wording), expected);
        }

        if (figure.Derivation is null && figure.Inputs.Count > 0)
        {
            throw new InvalidRowException(figure, nameof(Figure.Derivation), "a derivation, as there are inputs");
        }

        Quantity quantity;
        if (figure.Derivation is { } derivation)
        {
            quantity = Derived(figure, derivation);
            figure.Precision = null;
        }
        else
        {
            var stated = StatedQuantity.Parse(figure.Wording!)!;
            quantity = new Quantity(stated.Value, stated.Bounds).Held();
            figure.Precision = stated.Precision;
        }

        figure.Value = quantity.Value;
        (figure.Lower, figure.LowerIncluded, figure.Upper, figure.UpperIncluded) = quantity.Bounds;
    }

    private static Quantity Derived(Figure figure, Derivation derivation)
    {
        try
        {
            var quantity = Figures.Quantity.Derive(derivation, [.. figure.Inputs.OrderBy(input => input.Position).Select(input => input.Input.Quantity())]);
            return (derivation is Derivation.LevelBeforeGrowth && figure.Unit.IsCount()
                ? new(decimal.Round(quantity.Value, MidpointRounding.AwayFromZero), quantity.Bounds.OfWholeNumbers())
                : quantity).Held();
        }
        catch (Exception cause) when (cause is ArgumentException or DivideByZeroException or OverflowException)
        {
            throw new InvalidRowException(figure, nameof(Figure.Derivation), $"inputs that fit it ({cause.Message})");
        }
    }

    /// <summary>Whether values of the unit are whole numbers unless they are averages.</summary>
    private static bool IsCount(this Unit unit) => unit is not (Unit.SquareKilometre or Unit.Kilometre or Unit.Mu or Unit.Yuan or Unit.Percent or Unit.PercentagePoint);
}
