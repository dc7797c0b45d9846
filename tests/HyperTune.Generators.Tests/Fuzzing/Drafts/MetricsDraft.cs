namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A set of metrics of a declaration.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Members">The names of the metrics without an @, and their attributes as C#.</param>
/// <param name="Records">The names of the records without an @, and their types as C#.</param>
internal sealed record MetricsDraft(string Name, IReadOnlyList<(string Name, string Attributes)> Members, IReadOnlyList<(string Name, string Type)> Records)
{
    public int Objectives => Members.Count(static member => member.Attributes.Contains("imize", StringComparison.Ordinal));

    public int Limits => Members.Count(static member => member.Attributes.Contains("At", StringComparison.Ordinal));

    public static MetricsDraft Create(string name, Dice dice)
    {
        var names = new Names(dice, [name]);
        string[] attributes = [dice.Pick("Maximize", "Minimize"), .. Enumerable.Range(0, dice.Between(0, 3)).Select(_ => dice.Pick(
            "Maximize", "Minimize", "AtMost(512)", "AtLeast(-1.5)", "Minimize, AtMost(1e-3)", "AtLeast(0), AtMost(1)", "Maximize, AtLeast(0.5), AtMost(2)"))];
        string[] types = [.. Enumerable.Range(0, dice.Between(0, 4)).Select(_ => dice.Pick(
            "double", "float?", "Half", "decimal", "byte", "long?", "ulong", "bool", "bool?", "DayOfWeek", "DayOfWeek?", "string", "TimeSpan", "TimeSpan?"))];
        return new MetricsDraft(name, [.. attributes.Select(attribute => (names.Member(), attribute))], [.. types.Select(type => (names.Member(), type))]);
    }

    /// <summary>The type as C#.</summary>
    public string Write(Dice dice)
    {
        // Each record somewhere among the metrics.
        List<string> parameters = [.. Members.Select(static member => $"[{member.Attributes}] double {Names.Escape(member.Name)}")];
        int place = 0;
        foreach ((string name, string type) in Records)
        {
            place = dice.Between(place, parameters.Count);
            parameters.Insert(place++, $"[Record] {type} {Names.Escape(name)}");
        }

        return $"[Metrics] public {dice.Pick("", "readonly ")}partial record struct {Name}({string.Join(", ", parameters)});";
    }
}
