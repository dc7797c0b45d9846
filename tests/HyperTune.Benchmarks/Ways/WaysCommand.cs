using HyperTune.Benchmarks.Everyday;
using HyperTune.Benchmarks.Forms;

namespace HyperTune.Benchmarks;

/// <summary>The everyday ways of using a study, each a part.</summary>
internal sealed class WaysCommand : Command
{
    private static readonly WaysPart[] Parts = [new FormsPart(), new KnownPart(), new NarrowedPart()];

    private static readonly string[] Names = [.. Parts.Select(static part => part.Name)];

    public override string Name => "ways";

    public override string Summary => "everyday ways of using a study: orders and subsets beside the recipes of Optuna's FAQ, known results, narrowed spaces";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--part", "a,b,...", $"parts, of {string.Join(", ", Names)}; default all"),
        new("--seeds", "count", "problems of each kind, a study each; default 10"),
        new("--trials", "count", "trials of a study; default 100"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> chosen = arguments.Names("--part", Names, Names);
        output.WriteLine(Machine.Describe());
        foreach (WaysPart part in Parts.Where(part => chosen.Contains(part.Name)))
        {
            output.WriteLine();
            part.Run(arguments, output, progress);
        }
    }
}
