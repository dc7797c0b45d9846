namespace HyperTune.Generators.Tests.Architecture;

/// <summary>Which folder of the runtime lies on which floor. A folder may name what lies on floors below it, and one way or the other, what lies beside it.</summary>
internal static class FloorPlan
{
    /// <summary>The lowest floor first.</summary>
    private static readonly string[][] Floors =
    [
        ["Text"],
        ["Numerics"],
        ["Attributes", "Metrics", "Spaces", "Gradients", "Resampling"],
        ["CompilerServices"],
        ["Trials"],
        ["Models"],
        ["Strategies", "Pruning", "Stopping"],
        ["State"],
        ["Storage"],
        ["Studies"],
        ["Simulation"],
    ];

    /// <summary>The floor of a top folder, counted from 0; -1 when the plan does not know it.</summary>
    public static int FloorOf(string folder) => Array.FindIndex(Floors, floor => floor.Contains(folder, StringComparer.Ordinal));

    /// <summary>
    /// Whether files of one top folder may name those of another. Of two folders on one floor one may name the other, but not both each other.
    /// </summary>
    public static bool Allows(string from, string to, bool isMutual)
        => from == to || FloorOf(from) > FloorOf(to) || (FloorOf(from) == FloorOf(to) && !isMutual);
}
