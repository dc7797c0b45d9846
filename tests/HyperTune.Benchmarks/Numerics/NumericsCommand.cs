namespace HyperTune.Benchmarks;

/// <summary>What own numerics gain over the libraries' routines for the same job.</summary>
internal sealed class NumericsCommand : Command
{
    private static readonly Dictionary<string, Func<IEnumerable<Rivals>>> Topics = new(StringComparer.Ordinal)
    {
        [ExponentialRivals.Topic] = ExponentialRivals.Create,
        [CholeskyRivals.Topic] = CholeskyRivals.Create,
        [MinimizerRivals.Topic] = MinimizerRivals.Create,
        [JsonRivals.Topic] = JsonRivals.Create,
    };

    public override string Name => "numerics";

    public override string Summary => "own routines beside the libraries' for the same job, at the sizes that occur in studies";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--topics", "a,b,...", $"what to compare, of {string.Join(", ", Topics.Keys)}; default all"),
        new("--rounds", "count", "batches of each routine, in turn; ratios are medians over them; default 9"),
        new("--batch", "ms", "milliseconds a batch lasts at least; default 1, shorter than the system's time slices"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        IReadOnlyList<string> topics = arguments.Names("--topics", [.. Topics.Keys], Topics.Keys);
        int rounds = arguments.Count("--rounds", 9);
        var timer = new BatchTimer(rounds, TimeSpan.FromMilliseconds(arguments.Count("--batch", 1)));
        Rivals[] all = [.. topics.SelectMany(static topic => Topics[topic]())];
        var counter = new Progress(2 * rounds * all.Length, progress);
        output.WriteLine($"{rounds} rounds; {Machine.Describe()}. A ratio above 1: the library's takes longer.");
        output.WriteLine();
        output.WriteLine(
            "| job | size | ours | library's | us, ours | us, library's | ratio [quartiles] | of the fastest | note, ours | note, library's |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (Rivals rivals in all)
        {
            BatchTimes[] times = timer.Run([new Operation(rivals.OurName, rivals.Ours), new Operation(rivals.LibraryName, rivals.Library)], counter);
            double fastest = times[1].MinimumNanoseconds / times[0].MinimumNanoseconds;
            output.WriteLine($"| {rivals.Job} | {rivals.Size} | {rivals.OurName} | {rivals.LibraryName} |"
                + $" {Microseconds(times[0])} | {Microseconds(times[1])} | {times[0].RatioOf(times[1])} | {Quartiles.Format(fastest)} |"
                + $" {rivals.OurNote} | {rivals.LibraryNote} |");
        }
    }

    private static string Microseconds(BatchTimes times) => Quartiles.Format(times.MedianNanoseconds / 1000);
}
