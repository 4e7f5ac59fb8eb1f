using System.Text;
using System.Text.Json;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>Checks that all ways answer alike: speed is only compared between equal answers.</summary>
internal static class Comparison
{
    /// <summary>Asks every way everything, and stops at the first difference.</summary>
    /// <returns>How many answers were compared.</returns>
    /// <exception cref="InvalidDataException">Two ways differ.</exception>
    public static int Check(IReadOnlyList<Work> works, IReadOnlyList<Way> ways)
    {
        var compared = 0;
        foreach (var work in works)
        {
            var answers = ways.Select(way => way.Answers(work)).ToArray();
            for (var set = 0; set < work.Variables.Count; set++)
            {
                var variables = string.Join(", ", work.Variables[set].Select(variable => $"{variable.Key} = {variable.Value}"));
                for (var other = 1; other < ways.Count; other++)
                {
                    var difference = ways[other].Name == Way.Floor && !answers[0][set].SequenceEqual(answers[other][set])
                        ? DifferenceOfBytes(answers[0][set], answers[other][set])
                        : Difference(answers[0][set], answers[other][set]);
                    if (difference is not null)
                    {
                        throw new InvalidDataException(
                            $"{work.Name} ({variables}): {ways[0].Name} and {ways[other].Name} differ {difference}");
                    }
                }

                compared += ways.Count;
            }
        }

        return compared;
    }

    private static string DifferenceOfBytes(byte[] left, byte[] right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        return $"at byte {at}: {Around(left, at)} and {Around(right, at)}";
    }

    private static string Around(byte[] answer, int at) =>
        Encoding.UTF8.GetString(answer[Math.Max(0, at - 40)..Math.Min(answer.Length, at + 40)]);

    private static string? Difference(byte[] left, byte[] right)
    {
        using var leftJson = JsonDocument.Parse(left);
        using var rightJson = JsonDocument.Parse(right);
        return Difference("$", leftJson.RootElement, rightJson.RootElement);
    }

    /// <summary>The place of the first difference; null where there is none. The order of members counts.</summary>
    private static string? Difference(string path, JsonElement left, JsonElement right)
    {
        if (left.ValueKind == right.ValueKind && left.ValueKind == JsonValueKind.Object)
        {
            var names = left.EnumerateObject().Select(member => member.Name).ToArray();
            return names.SequenceEqual(right.EnumerateObject().Select(member => member.Name))
                ? names.Select(name => Difference($"{path}.{name}", left.GetProperty(name), right.GetProperty(name)))
                .FirstOrDefault(found => found is not null)
                : $"in the members of {path}";
        }

        if (left.ValueKind == right.ValueKind && left.ValueKind == JsonValueKind.Array)
        {
            return left.GetArrayLength() == right.GetArrayLength()
                ? Enumerable.Range(0, left.GetArrayLength()).Select(at => Difference($"{path}[{at}]", left[at], right[at]))
                .FirstOrDefault(found => found is not null)
                : $"in the length of {path}";
        }

        return JsonElement.DeepEquals(left, right) ? null : $"at {path}: {left} and {right}";
    }
}
