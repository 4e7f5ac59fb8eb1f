using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using Xunit;

namespace ReformGraph.Tests.Engine;

public sealed class TinyModelTests
{
    [Fact]
    public void Every_scalar_is_a_field_that_must_be_there_and_one_that_may_be_missing()
    {
        var fields = TinyDatabase.CatalogAlone().Entities.SelectMany(entity => entity.Fields).OfType<ScalarField>().ToList();
        foreach (var scalar in ScalarType.BuiltIn)
        {
            Assert.Contains(fields, field => field.Type == scalar && field.IsNullable);
            Assert.Contains(fields, field => field.Type == scalar && !field.IsNullable);
        }

        Assert.Contains(fields, field => field.Type.IsEnum && field.IsNullable);
        Assert.Contains(fields, field => field.Type.IsEnum && !field.IsNullable);
    }

    [Fact]
    public void The_database_holds_the_generated_rows_unchanged()
    {
        using var database = new TinyDatabase();
        using var context = database.Open();
        var stored = context.Set<Loan>().AsNoTracking().OrderBy(loan => loan.Id).ToList();
        Assert.Equal(database.Rows.Loans.Count, stored.Count);
        foreach (var (expected, found) in database.Rows.Loans.Zip(stored))
        {
            Assert.Equal(Values(expected), Values(found));
        }
    }

    [Theory]
    [InlineData(nameof(Loan.LentAt))]
    [InlineData(nameof(Loan.ClosesAt))]
    public void What_is_finer_than_a_microsecond_is_not_stored(string property)
    {
        using var context = new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseSqlite("Data Source=:memory:").Options);
        var converter = context.Model.FindEntityType(typeof(Loan))!.FindProperty(property)!.GetValueConverter()!;
        Assert.Equal(Value(10), converter.ConvertToProvider(Value(19)));

        object Value(long ticks) => property == nameof(Loan.LentAt) ? new DateTime(ticks) : new TimeOnly(ticks);
    }

    private static IEnumerable<object?> Values(Loan loan) => typeof(Loan).GetProperties()
        .Where(property => property.Name is not (nameof(Loan.Book) or nameof(Loan.Renews) or nameof(Loan.History))
        && !property.GetMethod!.IsStatic)
        .Select(property => property.GetValue(loan));
}
