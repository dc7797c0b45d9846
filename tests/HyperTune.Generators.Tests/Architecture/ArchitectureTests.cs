using HyperTune.Generators.Tests.Diagnostics;

namespace HyperTune.Generators.Tests.Architecture;

/// <summary>The runtime is a house whose rooms look only downwards.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Runtime = Path.GetFullPath(Path.Combine(RepositoryFiles.Generators, "..", "HyperTune"));

    [Fact]
    public void No_room_names_one_above_it()
    {
        SourceHouse house = SourceHouse.Read(Runtime);
        Assert.Empty(house.Unresolved);
        string[] unknown = [.. house.Uses.Select(static use => use.From.TopRoom).Distinct().Where(static room => FloorPlan.FloorOf(room) < 0)];
        Assert.True(unknown.Length == 0, $"The plan has no floor for {string.Join(", ", unknown)}.");
        string[] violations = [.. house.FindViolations()];
        Assert.True(violations.Length == 0, $"{violations.Length} files name what lies above them or beside them:\n{string.Join('\n', violations)}");
    }

    [Fact]
    public void Names_upwards_are_found_and_names_downwards_are_not()
        => Assert.Equal(
            [
                "Cardinality.cs (Spaces) names GridNode.cs (Strategies/Grid)",
                "Study.Import.cs (Storage) names Study.cs (Studies)",
            ],
            Violations(
                ("Spaces/Cardinality.cs", "static class Cardinality { public static int Of(object node) => ((GridNode)node).Count; }"),
                ("Strategies/Grid/GridNode.cs", "class GridNode { public int Count; public int Space => Cardinality.Of(this); }"),
                ("Studies/Study.cs", "partial class Study { GridNode Node = new(); }"),
                ("Storage/Study.Import.cs", "partial class Study { public void Import() { } }")));

    [Fact]
    public void Rooms_beside_and_in_each_other_may_not_name_each_other()
        => Assert.Equal(
            [
                "Gradient.cs (Gradients) names Space.cs (Spaces)",
                "Space.cs (Spaces) names Gradient.cs (Gradients)",
                "Grid.cs (Strategies/Grid) names Strategy.cs (Strategies)",
                "Grid.cs (Strategies/Grid) names Tpe.cs (Strategies/Tpe)",
                "Strategy.cs (Strategies) names Grid.cs (Strategies/Grid)",
                "Tpe.cs (Strategies/Tpe) names Grid.cs (Strategies/Grid)",
            ],
            Violations(
                ("Spaces/Space.cs", "class Space { Gradient? G; }"),
                ("Gradients/Gradient.cs", "class Gradient { Space? S; }"),
                ("Metrics/Metric.cs", "class Metric { Space? S; }"),
                ("Strategies/Strategy.cs", "class Strategy { Grid? G; }"),
                ("Strategies/Grid/Grid.cs", "class Grid : Strategy { Tpe? T; }"),
                ("Strategies/Tpe/Tpe.cs", "class Tpe : Strategy { Grid? G; }"),
                ("Strategies/Sobol/Sobol.cs", "class Sobol : Strategy { Grid? G; }")));

    [Fact]
    public void Members_extensions_and_attributes_count_and_documentation_does_not()
        => Assert.Equal(
            [
                "Marked.cs (Numerics) names MarkAttribute.cs (Attributes)",
                "Words.cs (Text) names Extensions.cs (Studies)",
            ],
            Violations(
                ("Attributes/MarkAttribute.cs", "class MarkAttribute : Attribute { }"),
                ("Numerics/Marked.cs", "[Mark] class Marked { }"),
                ("Studies/Extensions.cs", "static class Extensions { public static int Twice(this int number) => number * 2; }"),
                ("Text/Words.cs", "/// <summary>Not <see cref=\"MarkAttribute\"/>.</summary>\nclass Words { public int Count => 1.Twice(); }")));

    private static string[] Violations(params (string Path, string Text)[] files)
    {
        var house = new SourceHouse(files);
        Assert.Empty(house.Unresolved);
        return [.. house.FindViolations()];
    }
}
