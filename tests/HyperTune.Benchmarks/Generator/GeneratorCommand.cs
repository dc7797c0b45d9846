using System.Globalization;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>What the generator costs a build and a keystroke.</summary>
internal sealed class GeneratorCommand : Command
{
    private const double MicrosecondsAim = 20;
    private const int MediumProject = 100;
    private const double MediumRatioAim = 1.3;
    private const double LargeRatioAim = 1.5;

    private static readonly int[] DefaultSizes = [10, 100, 1000];

    public override string Name => "generator";

    public override string Summary => "milliseconds of the generator for a first run and for edits, beside a generator that does nothing and a plain bind";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--sizes", "a,b,...", "numbers of types, with 10 attributed properties each; default 10,100,1000"),
        new("--rounds", "count", "runs of each kind; default 15"),
        new("--json", "file", "write all figures to a file, too"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int[] sizes = arguments.Counts("--sizes", DefaultSizes);
        int rounds = arguments.Count("--rounds", 15);
        Edit[] edits = Enum.GetValues<Edit>();
        var counter = new Progress(sizes.Length * edits.Length * rounds, progress);
        var results = new List<GeneratorTimes>();
        var reasons = new List<(Edit Edit, int Types, RunReasons Reasons)>();
        output.WriteLine($"{SourceProject.PropertiesPerType} attributed properties a type, {rounds} rounds, each run on a fresh compilation; {Machine.Describe()}.");
        output.WriteLine("Milliseconds, median / fastest; the ratio and the shares, in microseconds a property, are of the fastest runs.");
        output.WriteLine();
        output.WriteLine("| types | edit | generator | do nothing | attributes and ready files | plain bind | ratio | beyond do nothing | own share |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (int size in sizes)
        {
            var project = new SourceProject(size);
            foreach (Edit edit in edits)
            {
                reasons.Add((edit, size, RunReasons.Of(project, edit)));
                GeneratorTimes times = new GeneratorTimer(project, size, rounds).Time(edit, counter);
                results.Add(times);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size} | {edit} | {times.Generator} | {times.DoNothing} | {times.AttributeBinding} | {times.PlainBind} | {times.Ratio:F2} | {times.OwnMicroseconds:F1} | {times.OwnMicrosecondsWithoutBinding:F1} |"));
            }
        }

        output.WriteLine();
        foreach ((Edit edit, int types, RunReasons why) in reasons)
        {
            output.WriteLine($"{edit}, {types} types: {why}");
        }

        output.WriteLine();
        WriteAims(results, reasons, output);
        if (arguments.Text("--json") is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(results, JsonSerializerOptions.Web));
        }
    }

    private static void WriteAims(List<GeneratorTimes> results, List<(Edit Edit, int Types, RunReasons Reasons)> reasons, TextWriter output)
    {
        foreach ((Edit edit, int types, RunReasons why) in reasons.Where(static reason => reason.Edit != Edit.Cold))
        {
            if (edit == Edit.Elsewhere)
            {
                Aim.Write(output, $"own steps not cached after an edit elsewhere, {types} types", why.Changed, 0);
            }
            else
            {
                Aim.Write(output, $"files written after one range changed, {types} types", why.Emitted, 1);
            }
        }

        foreach (GeneratorTimes times in results)
        {
            // A first run has to bind the attributes and its files have to be parsed; after an edit elsewhere neither has to happen again.
            bool isFirst = times.Edit == nameof(Edit.Cold);
            string what = isFirst ? "of reading, checking and writing" : "beyond the do-nothing generator";
            Aim.Write(output, $"microseconds a property {what}, {times.Edit}, {times.Types} types", isFirst ? times.OwnMicrosecondsWithoutBinding : times.OwnMicroseconds, MicrosecondsAim);
            if (times.Edit == nameof(Edit.Elsewhere) && times.Types >= MediumProject)
            {
                Aim.Write(output, $"times the do-nothing generator after an edit elsewhere, {times.Types} types", times.Ratio, times.Types == MediumProject ? MediumRatioAim : LargeRatioAim);
            }
        }
    }
}
