using System.Text;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// The plan parameters of a plan while it is made. A plan parameter reads its value again from each request's variables, so what it rejects
/// is rejected for every request: an id that is not a number, a page that is too large, a cursor of another order.
/// </summary>
internal sealed class PlanParameters(PagingOptions paging)
{
    private readonly List<PlanParameter> planParameters = [];

    public IReadOnlyList<PlanParameter> All => planParameters;

    /// <summary>The operand of a condition on a field.</summary>
    public PlanParameter Value(FieldPath path, InputScalar input) =>
        Add(path.ComparedType, values => Compared(path, input.Source.Read(values)!, input.At));

    /// <summary>The operand of a condition on a field, if it is a list; its nulls are left out.</summary>
    public PlanParameter Values(FieldPath path, InputScalars input) => Add(
        typeof(List<>).MakeGenericType(Lifted(path.ComparedType)),
        values => ((object?[])input.Source.Read(values)!).OfType<object>().Select(value => Compared(path, value, input.At)).ToArray());

    /// <summary>A value that the plan itself sets, or that is computed from the variables.</summary>
    public PlanParameter Computed(Type type, Func<VariableValues, object> read) => Add(type, read);

    /// <summary>A value that the executor binds.</summary>
    public PlanParameter Bound(Type type) => Add(type, null);

    /// <summary>The least text after all those that begin with a text.</summary>
    public PlanParameter TextBehind(InputScalar input) => Add(typeof(string), values => Behind((string)input.Source.Read(values)!));

    /// <summary>The keys of parent rows, which the executor binds.</summary>
    public PlanParameter ParentKeys() => Bound(typeof(List<int?>));

    /// <summary>A page of a fixed size.</summary>
    public PlanParameter Take(long rows) => Add(typeof(int), _ => rows);

    /// <summary>The requested page size.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="input">Its value.</param>
    /// <param name="ahead">How many extra rows are read.</param>
    public PlanParameter Take(string name, InputScalar? input, int ahead) => Add(typeof(int), values =>
    {
        var size = input is null ? Math.Min(paging.DefaultPageSize, paging.MaxPageSize) : (int)input.Source.Read(values)!;
        return size >= 0 && size <= paging.MaxPageSize
            ? (long)size + ahead
            : throw new RequestErrorException(input!.At.Error(
                ErrorCodes.PageSizeOutOfRange,
                $"{name} is {size}; it must be from 0 to {paging.MaxPageSize} (Paging:MaxPageSize).",
                new Dictionary<string, object> { ["limit"] = "Paging:MaxPageSize", ["found"] = size, ["allowed"] = paging.MaxPageSize }));
    });

    /// <summary>The number of periods.</summary>
    public PlanParameter Periods(GroupGaps gaps, Place at) => Add(typeof(int), values =>
    {
        var (from, to) = ((DateOnly)gaps.From.Read!(values), (DateOnly)gaps.To.Read!(values));
        var count = Modeling.Periods.Between(gaps.Period, from, to).Take(paging.MaxPageSize + 1).LongCount();
        return count > 0 && count <= paging.MaxPageSize
            ? count
            : throw at.Refusal(ErrorCodes.GapsNotFillable, count == 0
                ? "fillGaps: from is later than to."
                : $"fillGaps: there are more than {paging.MaxPageSize} periods between from and to (Paging:MaxPageSize).");
    });

    /// <summary>The bound that a cursor sets. A plan is valid for cursors with the same null keys.</summary>
    public Seek Seek(string name, InputScalar input, IReadOnlyList<SortKey> order, string fingerprint, VariableValues current)
    {
        var keys = new PlanParameter?[order.Count];
        var cursor = CursorOf(name, input, order, fingerprint, current);
        for (var i = 0; i < keys.Length; i++)
        {
            var number = i;
            keys[i] = cursor.Keys[i] is null
                ? null
                : Add(order[i].ComparedType, values => CursorOf(name, input, order, fingerprint, values).Keys[number]!);
        }

        return new Seek(keys);
    }

    /// <summary>The type in which the keys of an order are compared.</summary>
    public static Type KeyType(ScalarType type) => type.Codec.KeyType;

    /// <summary>A value type as nullable.</summary>
    public static Type Lifted(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static Cursor CursorOf(string name, InputScalar input, IReadOnlyList<SortKey> order, string fingerprint, VariableValues values)
    {
        var cursor = Cursor.Parse((string)input.Source.Read(values)!)
            ?? throw input.At.Refusal(ErrorCodes.CursorMalformed,
                $"{name} is not a cursor. Send a complete value of cursor, startCursor or endCursor.");
        if (cursor.Order != fingerprint)
        {
            throw input.At.Refusal(ErrorCodes.CursorOfAnotherOrder,
                $"{name} is a cursor from another list or another order. Start this list from the beginning.");
        }

        return cursor.Keys.Count == order.Count && cursor.Keys.Zip(order).All(pair => Fits(pair.First, pair.Second))
            ? cursor
            : throw input.At.Refusal(ErrorCodes.CursorMalformed,
                $"{name} does not contain the keys of its order. Send a complete value of cursor, startCursor or endCursor.");
    }

    private static bool Fits(object? key, SortKey order) => key switch
    {
        null => order.IsNullable,
        string => order.StoredKind == StoredKind.Text,
        long => order.StoredKind != StoredKind.Text,
        _ => order.StoredKind == StoredKind.Real,
    };

    private static object Compared(FieldPath path, object value, Place at) => path.Compared(OfField(path.Leaf, value, at));

    private static object OfField(ScalarField field, object value, Place at) =>
        field.Type == ScalarType.Id && value is string text ? RowId.Read(text, at) : value;

    private static string Behind(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        while (runes.Count > 0 && runes[^1].Value == 0x10FFFF)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        // A text of the greatest code points sorts after every valid text: these are noncharacters.
        if (runes.Count == 0)
        {
            return string.Concat(Enumerable.Repeat(new Rune(0x10FFFF).ToString(), 4));
        }

        runes[^1] = new Rune(runes[^1].Value == 0xD7FF ? 0xE000 : runes[^1].Value + 1);
        return string.Concat(runes);
    }

    private PlanParameter Add(Type type, Func<VariableValues, object>? read)
    {
        var planParameter = new PlanParameter(planParameters.Count, type, read);
        planParameters.Add(planParameter);
        return planParameter;
    }
}
