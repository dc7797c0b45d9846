using Digits;
using MathNet.Numerics;

namespace HyperTune.Benchmarks;

/// <summary>Trains networks and boosted trees with random configs, and writes their learning curves down for simulations.</summary>
internal sealed class CurvesCommand : Command
{
    private const ulong SplitSeed = 1;
    private const ulong ConfigSeed = 7;
    private static readonly string[] Parts = ["network", "boosting"];

    public override string Name => "curves";

    public override string Summary => "learning curves of real trainings, for the benchmark of pruners; it takes some minutes";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--parts", "a,b", $"what to train, of {string.Join(", ", Parts)}; default both"),
        new("--rows", "count", "configs of each; default 300"),
        new("--output", "folder", "where the files go; default tests/HyperTune.Benchmarks/Curves"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int rows = arguments.Count("--rows", 300);
        string folder = arguments.Text("--output") ?? Path.Combine("tests", "HyperTune.Benchmarks", "Curves");
        Control.UseManaged();
        Control.UseSingleThread();
        DigitSplit digits = DigitSplit.Create(DigitFile.LoadEmbedded(), SplitSeed);
        foreach (string part in arguments.Names("--parts", Parts, Parts))
        {
            string file = Path.Combine(folder, $"{part}.csv");
            if (part == "network")
            {
                var training = new NetworkTraining(digits);
                Write(file, DigitsConfig.Space, training.Train, rows, progress);
            }
            else
            {
                var training = new BoostingTraining(digits);
                Write(file, BoostingConfig.Space, training.Train, rows, progress);
            }

            output.WriteLine($"{file}: {rows} curves");
        }
    }

    private static void Write<T>(string file, SearchSpace<T> space, Func<T, double[]> train, int rows, TextWriter progress)
    {
        var counter = new Progress(rows, progress);
        var curves = new List<(double[], double[])>();
        for (int row = 0; row < rows; row++)
        {
            var random = new RandomStream(ConfigSeed, (ulong)row);
            double[] vector = new double[space.DimensionCount];
            space.SampleVector(ref random, vector);
            curves.Add((vector, train(space.Decode(vector))));
            counter.Done(Path.GetFileName(file));
        }

        using var writer = new StreamWriter(file);
        CurveFile.Write(writer, space, curves);
    }
}
