namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A set of metrics of a declaration.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Members">The names of the metrics without an @, and their attributes as C#.</param>
internal sealed record MetricsDraft(string Name, IReadOnlyList<(string Name, string Attributes)> Members)
{
    public int Objectives => Members.Count(static member => member.Attributes.Contains("imize", StringComparison.Ordinal));

    public int Limits => Members.Count(static member => member.Attributes.Contains("At", StringComparison.Ordinal));

    public static MetricsDraft Create(string name, Dice dice)
    {
        var names = new Names(dice, [name]);
        string[] attributes = [dice.Pick("Maximize", "Minimize"), .. Enumerable.Range(0, dice.Between(0, 3)).Select(_ => dice.Pick(
            "Maximize", "Minimize", "AtMost(512)", "AtLeast(-1.5)", "Minimize, AtMost(1e-3)", "AtLeast(0), AtMost(1)", "Maximize, AtLeast(0.5), AtMost(2)"))];
        return new MetricsDraft(name, [.. attributes.Select(attribute => (names.Member(), attribute))]);
    }

    /// <summary>The type as C#.</summary>
    public string Write(Dice dice)
        => $"[Metrics] public {dice.Pick("", "readonly ")}partial record struct {Name}({string.Join(", ", Members.Select(static member => $"[{member.Attributes}] double {Names.Escape(member.Name)}"))});";
}
