namespace HyperTune.Benchmarks.Forms;

/// <summary>Orders and subsets: <c>[Permutation]</c> and <c>[Subset]</c> with the automatic strategy beside the recipes of Optuna's FAQ.</summary>
internal sealed class FormsPart : WaysPart
{
    public override string Name => "forms";

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int seeds = arguments.Count("--seeds", 10);
        int trials = arguments.Count("--trials", 100);
        Tour[] tours = [.. Enumerable.Range(0, seeds).Select(static seed => Tour.Create((ulong)seed))];
        Pack[] packs = [.. Enumerable.Range(0, seeds).Select(static seed => Pack.Create((ulong)seed))];
        double[] shortest = [.. tours.Select(static tour => tour.Shortest())];
        double[] richest = [.. packs.Select(static pack => pack.Best())];
        OptunaForms? optuna = OptunaForms.Run(tours, packs, trials);
        var counter = new Progress(4 * seeds, progress);
        output.WriteLine($"{trials} trials, {seeds} seeds; how far the best trial is from the best there is, in percent.");
        output.WriteLine();
        output.WriteLine("| problem | who | mean | median [quartiles] |");
        output.WriteLine("|---|---|---|---|");
        double[] autoTours = Tours(Strategy.Auto());
        double[] autoPacks = Packs(Strategy.Auto());
        string order = $"travelling salesman, {Tour.Cities} cities";
        string subset = $"bag, {Pack.Count} items";
        WriteRow(output, order, "HyperTune, Auto", autoTours);
        WriteRow(output, order, "HyperTune, Random", Tours(Strategy.Random()));
        double[][] theirs = optuna is null ? [] : [Excess(optuna.Lehmer), Excess(optuna.Keys), Lack(optuna.Packs)];
        if (optuna is not null)
        {
            WriteRow(output, order, $"Optuna {optuna.Version}, Lehmer code", theirs[0]);
            WriteRow(output, order, $"Optuna {optuna.Version}, keys", theirs[1]);
        }

        WriteRow(output, subset, "HyperTune, Auto", autoPacks);
        WriteRow(output, subset, "HyperTune, Random", Packs(Strategy.Random()));
        if (optuna is null)
        {
            output.WriteLine();
            output.WriteLine("There is no Python with Optuna, so there is nothing to compare with.");
            return;
        }

        WriteRow(output, subset, $"Optuna {optuna.Version}, a choice each", theirs[2]);
        output.WriteLine();
        Aim.Write(output, "percent too long on average, tours", autoTours.Average(), Math.Min(theirs[0].Average(), theirs[1].Average()));
        Aim.Write(output, "percent too little on average, bags", autoPacks.Average(), theirs[2].Average());

        double[] Tours(Strategy strategy) => Excess([.. tours.Select((tour, seed) => Done(Best<TourConfig>(strategy, seed, trials, config => tour.Length(config.Cities.AsSpan()))))]);

        double[] Packs(Strategy strategy) => Lack([.. packs.Select((pack, seed) => -Done(Best<PackConfig>(strategy, seed, trials, config => -pack.Value((int)config.Items))))]);

        double[] Excess(double[] lengths) => [.. lengths.Zip(shortest, static (length, least) => 100 * ((length / least) - 1))];

        double[] Lack(double[] values) => [.. values.Zip(richest, static (value, most) => 100 * (1 - (value / most)))];

        double Done(double best)
        {
            counter.Done("ours");
            return best;
        }
    }

    private static double Best<T>(Strategy strategy, int seed, int trials, Func<T, double> objective)
        where T : ISearchSpace<T>
        => Study.Minimize<T>(new StudyOptions { Strategy = strategy, Seed = seed }).Run(objective, trials).Best.Value!.Value;

    private static void WriteRow(TextWriter output, string problem, string who, double[] figures)
    {
        Quartiles quartiles = Quartiles.Of(figures);
        output.WriteLine(FormattableString.Invariant(
            $"| {problem} | {who} | {figures.Average():F2} | {quartiles.Median:F2} [{quartiles.Lower:F2}, {quartiles.Upper:F2}] |"));
    }
}
