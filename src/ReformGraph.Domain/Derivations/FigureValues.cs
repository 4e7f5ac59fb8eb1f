using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Domain.Derivations;

/// <summary>
/// Computes the values of figures. Input: figures with their wordings, derivations and inputs. Output: the same figures with value,
/// precision and bounds. A stated figure whose wording is not a quantity keeps the values that it has: they were stored by a version of the
/// program that understood more wordings. It rejects a derivation that is not possible.
/// </summary>
internal static class FigureValues
{
    /// <summary>Computes the values of figures. Their inputs that are not among them keep their values.</summary>
    /// <param name="figures">The figures, with their inputs.</param>
    /// <exception cref="InvalidRowException">A derivation is not possible.</exception>
    public static void Compute(IReadOnlyCollection<Figure> figures)
    {
        var given = figures.ToHashSet();
        var pending = new HashSet<Figure>();
        var done = new HashSet<Figure>();
        foreach (var figure in figures)
        {
            Compute(figure);
        }

        void Compute(Figure figure)
        {
            if (done.Contains(figure))
            {
                return;
            }

            var stated = figure.Derivation is null ? StatedQuantity.Parse(figure.WholeWording) : null;
            if (figure.Derivation is null && stated is null)
            {
                return;
            }

            if (!pending.Add(figure))
            {
                throw new InvalidRowException(figure, nameof(Figure.Derivation),
                    new("a derivation that does not depend on itself", "不依赖自身的推算方式"));
            }

            foreach (var input in figure.Inputs.Where(input => given.Contains(input.Input)))
            {
                Compute(input.Input);
            }

            Set(figure, stated);
            done.Add(figure);
        }
    }

    private static void Set(Figure figure, StatedQuantity? stated)
    {
        if (stated is null && figure.WordingProblem is { } expected)
        {
            throw new InvalidRowException(figure, nameof(Figure.Wording), expected);
        }

        if (stated is not null && figure.Inputs.Count > 0)
        {
            throw new InvalidRowException(figure, nameof(Figure.Derivation), UnfitInputs.Underived);
        }

        var quantity = stated is null ? Derived(figure, figure.Derivation!.Value) : Stated(figure, stated).Held();
        figure.Precision = stated?.Precision;
        figure.Value = quantity.Value;
        (figure.Lower, figure.LowerIncluded, figure.Upper, figure.UpperIncluded) = quantity.Bounds;
    }

    private static Quantity Stated(Figure figure, StatedQuantity stated)
    {
        var size = new Quantity(stated.Value, stated.Bounds);
        return figure.Direction is ChangeDirection.Down ? Quantity.Exactly(0) - size : size;
    }

    private static Quantity Derived(Figure figure, Derivation derivation)
    {
        try
        {
            var quantity =
                Quantity.Derive(derivation, [.. figure.Inputs.OrderBy(input => input.Position).Select(input => input.Input.Quantity)]);
            return (derivation is Derivation.LevelBeforeGrowth && figure.Unit.IsCount()
                ? new(decimal.Round(quantity.Value, MidpointRounding.AwayFromZero), quantity.Bounds.OfWholeNumbers())
                : quantity).Held();
        }
        catch (BilingualException cause)
        {
            throw new InvalidRowException(figure, nameof(Figure.Derivation), UnfitInputs.Rejected(cause));
        }
    }

    /// <summary>Whether values of the unit are whole numbers.</summary>
    private static bool IsCount(this Unit unit) => unit is Unit.Number or Unit.Person or Unit.Item or Unit.Category or Unit.Matter
        or Unit.School or Unit.Lot or Unit.Route or Unit.Household or Unit.PersonTime or Unit.Vehicle or Unit.Bed or Unit.Occurrence;
}
