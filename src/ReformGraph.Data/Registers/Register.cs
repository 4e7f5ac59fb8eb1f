using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>What is asked of the table of an office.</summary>
/// <param name="County">The code of the county.</param>
/// <param name="Mapping">What the county calls columns and values; null for nothing of its own.</param>
/// <param name="AddsPlaces">Whether the townships and villages that the county does not have are added.</param>
/// <param name="Replaces">Whether the rows of the county that the table lacks are withdrawn.</param>
internal sealed record RegisterRequest(string County, TableMapping? Mapping, bool AddsPlaces, bool Replaces);

/// <summary>
/// A register as a county's office keeps it, opened for import: its header is found, its headings are understood, and its places are those
/// of the county. Opening it reads all rows once.
/// </summary>
internal sealed class Register
{
    private const int MostCodes = 10, MostNotes = 20;

    private readonly RegisterPlan plan;
    private readonly HeaderSearch search;
    private readonly Func<HeaderSearch, TableReader> open;

    private Register(RegisterPlan plan, HeaderSearch search, Func<HeaderSearch, TableReader> open, RegisterReading reading) =>
        (this.plan, this.search, this.open, Reading) = (plan, search, open, reading);

    /// <summary>How it was read.</summary>
    public RegisterReading Reading { get; }

    /// <summary>The county.</summary>
    public County County => plan.County;

    /// <summary>What is rejected before the rows are read: the headings of columns with values that were not understood.</summary>
    public IReadOnlyList<(int Row, string Heading, CellProblem Problem)> Rejected { get; private init; } = [];

    /// <summary>Keeps what the mapping of the import says, for later imports of the county, and returns the number of new or changed
    /// synonyms.</summary>
    public required Func<Task<int>> KeepAsync { get; init; }

    /// <summary>Opens a register.</summary>
    /// <param name="context">A context with a change in progress.</param>
    /// <param name="asked">What is asked of it.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="headings">The names and labels of its fields.</param>
    /// <param name="open">Opens the file, with a header that is searched for.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RequestErrorException">There is no such county, or the entity is no register of a county.</exception>
    /// <exception cref="TableException">The file is damaged, or has no header.</exception>
    public static async Task<Register> OpenAsync(ReformDbContext context, RegisterRequest asked, EntityModel entity,
        ImportHeadings headings, Func<HeaderSearch, TableReader> open, DateOnly today, CancellationToken cancellation)
    {
        var county = await CountyAsync(context, asked, entity, cancellation);
        var vocabulary = new RegisterVocabulary(entity.Plural);
        var synonyms = await RegisterSynonyms.LoadAsync(context, county, headings, cancellation);
        var meanings = new HeadingMeanings(headings, vocabulary, synonyms.Mapping.With(asked.Mapping));
        var search = new HeaderSearch(new HeaderFinder(meanings).Find, IsHeading, new(
            $"a row with the headings of a register: {headings.Expectation.En}, or what offices call them",
            $"登记表的标题行：{headings.Expectation.Zh}"));
        using var table = open(search);
        var header = table.Header as RegisterHeader ?? OfColumns(table.Columns, meanings);
        var places = await CountyPlaces.LoadAsync(context, county, cancellation);
        var columns = new RegisterPlan(header.Meanings, headings, county)
        {
            Places = places,
            Defaults = vocabulary.Defaults,
            IsHeading = IsHeading,
        };
        var (plan, survey) = Surveyed(table, header, columns.With(asked.Mapping, meanings), () => open(search));
        plan = plan with { Missing = MissingFields.Of(plan, meanings, header, survey.Source) };
        var named = survey.PlacesOf(plan.FillsTownshipsDown);
        var missing = named.Where(place => places.CodeOf(place.Key) is null).ToList();
        var reading = ReadingOf(plan, header, survey, asked);
        reading.Warnings.AddRange(RegisterWarnings.OfNames(missing, places).Concat(RegisterWarnings.OfSynonyms(synonyms, entity)));
        reading.Warnings.AddRange(RegisterWarnings.OfEntity(context, header, entity));
        if (asked.AddsPlaces)
        {
            reading.PlacesWithNewAreaCodes =
                await places.AddAsync(named.ToDictionary(place => place.Key, place => place.Value.Code), today, cancellation);
        }

        reading.NewPlaces = NewPlaces(missing, places);
        return new(plan, search, open, reading)
        {
            KeepAsync = () => asked.Mapping is null ? Task.FromResult(0)
                : synonyms.KeepAsync(asked.Mapping, new(headings, vocabulary, null), today, cancellation),
            Rejected = RejectedIn(header, survey),
        };

        bool IsHeading(string text) => meanings.IsKnown([text]);
    }

    private static IReadOnlyList<(int Row, string Heading, CellProblem Problem)> RejectedIn(RegisterHeader header, RegisterSurvey survey) =>
    [
        .. header.Meanings.Where((column, at) => column.Problem is not null && survey.Given(at) > 0)
            .Select(column => (header.FirstRow, column.Heading, column.Problem!)),
    ];

    /// <summary>Begins to read its rows.</summary>
    public TableReader Open() => new RegisterTable(open(search), plan);

    private static (RegisterPlan Plan, RegisterSurvey Survey) Surveyed(TableReader table, RegisterHeader header, RegisterPlan plan,
        Func<TableReader> open)
    {
        var survey = new RegisterSurvey(table, plan);
        if (survey.NumberingOfRows is { } numbering)
        {
            plan = plan with { NumberingOfRows = numbering };
            using var again = open();
            survey = new RegisterSurvey(again, plan);
        }

        plan = plan with { FillsTownshipsDown = survey.HasTownshipsAbove, HasTownshipRows = survey.HasTownshipRows };
        if (!survey.Codes.HasAny)
        {
            throw new TableException(header.FirstRow, null, null, new(
                "a column that identifies the rows: a code, the code or the name of a village, a name or a sequence number (序号)",
                "能识别各行的列：编码、村代码、村名称、名称或序号"));
        }

        return (plan with
        {
            Shares = survey.Shares,
            Codes = survey.Codes.Chosen(plan.FillsTownshipsDown),
            Unidentified = survey.Codes.Unidentified(plan.FillsTownshipsDown),
        }, survey);
    }

    private static async Task<County> CountyAsync(ReformDbContext context, RegisterRequest asked, EntityModel entity,
        CancellationToken cancellation)
    {
        if (entity.Find("code") is null || !entity.GivenFields.Any(field => field is ReferenceField { Name: "county" or "township" }))
        {
            throw Refused($"county is for the registers of a county, and {entity.Plural} is none.");
        }

        if (await context.Set<County>().AsNoTracking().SingleOrDefaultAsync(one => one.Code == asked.County, cancellation) is { } county)
        {
            return county;
        }

        var codes = await context.Set<County>().OrderBy(one => one.Id).Select(one => one.Code).Take(MostCodes).ToListAsync(cancellation);
        throw Refused($"county cannot be '{TableException.Shown(asked.County)}': no county has this code. Import it into counties first, " +
            $"or give the code of one that exists, such as {string.Join(", ", codes)}.");
    }

    private static RequestErrorException Refused(string sentence) => new(new RequestError(ServerErrorCodes.InvalidParameter, sentence));

    private static RegisterHeader OfColumns(IReadOnlyList<string> names, HeadingMeanings meanings)
    {
        var columns = meanings.Assign([.. names.Select((name, at) => (at, (IReadOnlyList<string>)[name], false))], []);
        return new(1, columns, columns.Count(column => column.Problem is null)) { FirstRow = 1, Above = [] };
    }

    private static RegisterReading ReadingOf(RegisterPlan plan, RegisterHeader header, RegisterSurvey survey, RegisterRequest asked)
    {
        var left = new CappedList<LeftOutRow>();
        foreach (var (row, text) in header.Above)
        {
            left.Add(new(row, RowKind.Title, text));
        }

        foreach (var row in survey.LeftOut.Listed)
        {
            left.Add(row);
        }

        var reading = new RegisterReading
        {
            County = plan.County.Code,
            Columns = [.. plan.Columns.Select((column, at) => Described(column, at, plan, survey))],
            CodeFrom = plan.Codes is { From: var from }
                ? [.. from.Where(position => position >= 0 || plan.HasTownshipRows).Select(plan.HeadingOf)] : null,
            Missing = plan.Missing.Count > 0 ? plan.Missing : null,
            CodesAreNames = plan.Codes is { AreNumbers: false },
            ChecksNumbers = !asked.Replaces && plan.Codes is { AreNumbers: true },
            LeftOut = left,
            HiddenRows = survey.Hidden.Total > 0 ? survey.Hidden : null,
        };
        reading.Warnings.AddRange(survey.Differing.Concat(survey.Shares.Warnings).Concat(survey.OfParts));
        if (plan.Columns.Any(column => column.Field is { IsNumber: true, Unit: not null and not "%" }))
        {
            reading.Warnings.AddRange(header.NotRead.Concat(survey.OfUnits.Listed).Take(MostNotes).Select(RegisterWarnings.OfUnits));
        }

        reading.Warnings.AddRange(RegisterWarnings.OfTownships(plan, survey));
        return reading;
    }

    private static ReadColumn Described(RegisterColumn column, int at, RegisterPlan plan, RegisterSurvey survey)
    {
        var isCode = plan.Codes?.From.Contains(at) is true;
        var notStored = column.NotStored ?? (column.Problem is not null && survey.Given(at) == 0
            ? new("it has no values", "该列无内容")
            : column.Field is null && column.Problem is null && !isCode
                ? column.Means is RegisterVocabulary.Sequence ? new("it numbers the rows", "仅为行号")
                : new("it gives the codes of villages", "仅为村代码") : null);
        return new(column.Heading, column.Means)
        {
            Unit = column.Unit,
            NotStored = notStored,
            Hidden = column.IsHidden ? true : null,
            Default = plan.Texts.GetValueOrDefault(at),
            IsOfFile = column.Position != int.MaxValue,
            Values = survey.ValuesOf(at) is { Count: > 0 } values ? values : null,
            FilledDown = plan.FillsTownshipsDown && column.Means == "township" ? survey.WithoutTownship : null,
            IsUnknown = column.Problem is not null && survey.Given(at) > 0,
        };
    }

    private static CappedList<NewPlace>? NewPlaces(IReadOnlyList<KeyValuePair<PlaceName, (int Row, string? Code)>> missing,
        CountyPlaces places)
    {
        var found = new CappedList<NewPlace>();
        missing = [.. missing.Where(place => places.CodeOf(place.Key) is not null || places.WhyNotNew(place.Key) is null)];
        foreach (var township in missing.Where(place => place.Key.Township.Length > 0).GroupBy(place => place.Key.Township))
        {
            if (!places.Had(township.Key))
            {
                found.Add(new("townships", township.Key, places.CodeOf(new(township.Key, string.Empty)), township.First().Value.Row));
            }
        }

        foreach (var (place, (row, _)) in missing.Where(place => place.Key.Village.Length > 0))
        {
            found.Add(new("villages", place.Township + place.Village, places.CodeOf(place), row));
        }

        return found.Total > 0 ? found : null;
    }
}
