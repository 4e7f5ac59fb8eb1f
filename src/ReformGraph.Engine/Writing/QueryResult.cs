using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The result of a request that the program made itself. Rows and values are found by the positions of the requested fields, counted from
/// 0, and are valid while the result is being written.
/// </summary>
public sealed class QueryResult
{
    private readonly ResponseSerializer form;
    private readonly QueryExecutor run;

    internal QueryResult(ResponseSerializer form, QueryExecutor run) => (this.form, this.run) = (form, run);

    /// <summary>The errors of single values that were written, which are null.</summary>
    internal IReadOnlyList<Errors.RequestError> Errors => run.Errors.Any ? run.Errors.All : [];

    /// <summary>The page of a root field that is a collection.</summary>
    public ReadPage Page(int root) => new(form.Roots.All[root].Form.Connection!, run.Roots[root]!, PageResult.Root);

    /// <summary>The row of a root field that is one row; <see cref="ReadRow.IsNull"/> if it does not exist.</summary>
    public ReadRow Row(int root)
    {
        var result = run.Roots[root]!;
        var page = result.PageOf(PageResult.Root);
        return page.Count == 0 ? default : new ReadRow(form.Roots.All[root].Form.Row!, result.RowOf(page, 0), result);
    }
}

/// <summary>A page of rows or groups, with what was requested about the whole list. What was not requested is 0, false or null.</summary>
public readonly struct ReadPage
{
    private readonly Members<ConnectionSerializer> members;
    private readonly PageResult result;
    private readonly PageRange page;
    private readonly long owner;
    private readonly RowSerializer? row;

    internal ReadPage(Members<ConnectionSerializer> members, PageResult result, long owner)
    {
        (this.members, this.result, this.owner) = (members, result, owner);
        page = result.PageOf(owner);
        row = Member<RowsSerializer>()?.Row;
    }

    /// <summary>The number of rows or groups on the page.</summary>
    public int Count => row is null ? 0 : page.Count;

    /// <summary>The number of rows or groups in the list.</summary>
    public long Total => result.TotalOf(owner);

    /// <summary>Whether there are more after the page.</summary>
    public bool HasNextPage => result.HasNext(owner, page);

    /// <summary>The cursor of the last row or group; null for an empty page.</summary>
    public string? EndCursor
    {
        get
        {
            if (page.Count == 0)
            {
                return null;
            }

            using var json = new JsonText();
            CursorSerializer.Write(json, result.RowOf(page, page.Count - 1), result.Plan);
            return ReadRow.TextOf(json);
        }
    }

    /// <summary>The aggregates over all rows of the list.</summary>
    public ReadRow Aggregate => Member<AggregateSerializer>()!.RowOf((ListResult)result, owner);

    /// <summary>The page of its groups.</summary>
    public ReadPage Groups => Member<GroupsSerializer>()!.PageOf((ListResult)result, owner);

    /// <summary>A row or a group, valid until another of the same list is read.</summary>
    public ReadRow this[int number]
    {
        get
        {
            result.RowNumber = number;
            return new(row!, result.RowOf(page, number), result);
        }
    }

    private T? Member<T>()
        where T : ConnectionSerializer
    {
        foreach (var (_, form) in members.All)
        {
            if (form is T found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>A row, a group, or an object in one of these, with the requested fields.</summary>
public readonly struct ReadRow
{
    private readonly RowSerializer? form;
    private readonly RowSource row;
    private readonly PageResult result;

    internal ReadRow(RowSerializer form, RowSource row, PageResult result) => (this.form, this.row, this.result) = (form, row, result);

    /// <summary>Whether there is no such row.</summary>
    public bool IsNull => form?.IsMissing(row) != false;

    /// <summary>Writes it as in responses: an object with the names of its fields. It must not contain a list.</summary>
    public void Write(JsonText json) => ((ValueSerializer)form!).Write(json, row, result);

    /// <summary>Writes a value as in responses.</summary>
    public void Write(JsonText json, int field) => ((ValueSerializer)form!.Member(field)).Write(json, row, result);

    /// <summary>A value as text, without quotes and escapes; null for null.</summary>
    public string? Text(int field)
    {
        using var json = new JsonText();
        Write(json, field);
        return TextOf(json);
    }

    /// <summary>The row that a field refers to, or an object of values; <see cref="IsNull"/> if there is none.</summary>
    public ReadRow Row(int field) => new(form!.Member(field), row, result);

    /// <summary>The page of a list below the row.</summary>
    public ReadPage Page(int field) => ((ListSerializer)form!.Member(field)).PageOf(row, (ListResult)result);

    internal static string? TextOf(JsonText json)
    {
        var reader = new Utf8JsonReader(json.Written);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => System.Text.Encoding.UTF8.GetString(json.Written),
        };
    }
}
