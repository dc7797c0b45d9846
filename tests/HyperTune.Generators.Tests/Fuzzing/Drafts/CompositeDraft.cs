using System.Collections;
using System.Globalization;
using System.Numerics;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A subset, an order or shares: what a declaration says of them, and what they allow.</summary>
/// <param name="Attribute">The attribute as C#.</param>
/// <param name="Element">The enum, or the type of the items.</param>
/// <param name="ListType">The list's type, with {0} for that of its items; null for a subset.</param>
/// <param name="Size">How many items there are, or how many flags a subset has at least.</param>
internal sealed record CompositeDraft(string Attribute, string Element, string? ListType, int Size)
{
    private static readonly string[] ListTypes = ["{0}[]", "ImmutableArray<{0}>", "IReadOnlyList<{0}>", "List<{0}>", "IList<{0}>"];

    public static CompositeDraft Create(Dice dice)
    {
        int size = dice.Between(2, 5);
        string list = dice.Pick(ListTypes);
        return dice.Between(0, 3) switch
        {
            0 => new CompositeDraft("Subset", dice.Pick("System.IO.FileShare", "AttributeTargets"), null, 0),
            1 => new CompositeDraft("Subset(Least = 1)", dice.Pick("System.IO.FileShare", "AttributeTargets"), null, 1),
            2 => dice.Chance(0.3) ? new CompositeDraft("Permutation", "DayOfWeek", list, 7) : new CompositeDraft($"Permutation({size})", "int", list, size),
            _ => new CompositeDraft($"Proportions({size})", "double", list, size),
        };
    }

    public bool IsReference => ListType?.StartsWith("Immutable", StringComparison.Ordinal) == false;

    public string WriteType() => ListType is null ? Element : string.Format(CultureInfo.InvariantCulture, ListType, Element);

    /// <summary>An expression of a value that is allowed.</summary>
    public string Expression(Dice dice) => Element switch
    {
        "System.IO.FileShare" => "System.IO.FileShare.Read | System.IO.FileShare.Delete",
        "AttributeTargets" => "AttributeTargets.All",
        "DayOfWeek" => "[DayOfWeek.Friday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Saturday]",
        "int" => $"[{string.Join(", ", Enumerable.Range(0, Size).OrderBy(_ => dice.Between(0, 1000)))}]",
        _ => $"[0.125, {string.Concat(Enumerable.Repeat("0, ", Size - 2))}0.875]",
    };

    public bool IsAllowed(object? value) => value switch
    {
        Enum flags => BitOperations.PopCount((uint)Convert.ToInt32(flags, CultureInfo.InvariantCulture)) >= Size,
        IEnumerable<double> shares => shares.Count() == Size && shares.All(static share => share >= 0) && Math.Abs(shares.Sum() - 1) < 1e-9,
        IEnumerable items => items.Cast<object>().Select(static item => Convert.ToInt32(item, CultureInfo.InvariantCulture)).Order().SequenceEqual(Enumerable.Range(0, Size)),
        _ => false,
    };
}
