using System.Globalization;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>What a suggestion costs, with the telling of its result, at given numbers of earlier trials.</summary>
internal sealed class OverheadCommand : Command
{
    private static readonly string[] Histories = ["enqueued", "own"];
    private static readonly int[] DefaultSizes = [100, 300, 500, 1000, 5000];

    public override string Name => "overhead";

    public override string Summary => "milliseconds for a suggestion and its result, 10 parameters, one core";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--strategy", "a,b,...", $"strategies to time, of {string.Join(", ", StrategyNames.Known)}; default {string.Join(", ", StrategyNames.Usual)}"),
        new("--sizes", "a,b,...", "numbers of trials; default 100,300,500,1000,5000"),
        new("--history", "a,b", "who made the earlier trials: enqueued random configs or the strategy's own suggestions; default enqueued"),
        new("--repeats", "count", "suggestions timed around each size; default 100"),
        new("--studies", "count", "histories to time for each figure, which is their median; default 1"),
        new("--observers", "rounds", "time a trial with no, one and two observers that do nothing instead, in so many rounds; 30 are enough"),
        new("--json", "file", "write all figures to a file, too"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        if (arguments.Text("--observers") is not null)
        {
            int rounds = arguments.Count("--observers", 30);
            ObserverTimes.Run(rounds, output, new Progress(rounds * 3, progress));
            return;
        }

        IReadOnlyList<string> strategies = arguments.Names("--strategy", StrategyNames.Usual, StrategyNames.Known);
        int[] sizes = arguments.Counts("--sizes", DefaultSizes);
        IReadOnlyList<string> histories = arguments.Names("--history", ["enqueued"], Histories);
        int repeats = arguments.Count("--repeats", 100);
        int studies = arguments.Count("--studies", 1);
        var counter = new Progress(strategies.Count * sizes.Length * histories.Count, progress);
        var results = new List<OverheadResult>();
        output.WriteLine($"Ask and tell with 4 float, 2 log float, 2 integer and 2 categorical parameters; {repeats} suggestions around each size.");
        output.WriteLine();
        output.WriteLine("| strategy | history | trials | ms, first, processor | ms, processor, mean | ms, clock, mean | ms, clock, median | bytes a trial |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (string strategy in strategies)
        {
            foreach ((int size, string history) in sizes.SelectMany(size => histories.Select(history => (size, history))))
            {
                OverheadResult result = OverheadMeasurement.Run(strategy, size, repeats, isOwn: history == "own", studies);
                results.Add(result);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {strategy} | {history} | {size} | {result.FirstMilliseconds:G3} | {result.ProcessorMilliseconds:G3} | {result.MeanMilliseconds:G3} | {result.MedianMilliseconds:G3} | {result.BytesPerTrial:F0} |"));
                counter.Done($"{strategy} after {size} trials");
            }
        }

        if (arguments.Text("--json") is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(results, JsonSerializerOptions.Web));
        }
    }
}
