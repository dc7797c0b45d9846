using System.Globalization;
using HyperTune;
using HyperTune.Tests;

// A process that tests kill: runs a study in a journal and says "done <number> <value>" once a result is stored.
// Arguments: journal, number of trials in all, threads, microseconds that a trial takes; a fifth one lets each trial save checkpoints and an artifact, and
// only the best of that many trials keep them. With 0, all keep them, and the trials are those of a population. With -k, trials are cross-validated over k folds.
string journal = args[0];
int[] numbers = [.. args.Skip(1).Select(static text => int.Parse(text, CultureInfo.InvariantCulture))];
(int trials, int threads, int microseconds) = (numbers[0], numbers[1], numbers[2]);
int? kept = numbers.Length > 3 ? numbers[3] : null;

var study = Study.Minimize<TestConfig>(new StudyOptions
{
    Name = "crash",
    Seed = 11,
    Strategy = kept == 0 ? Strategy.PopulationBased(new PopulationOptions { Population = 4 }) : Strategy.Random(),
    Storage = new JournalStorage(journal) { LockGracePeriod = TimeSpan.FromSeconds(1) },
    Retries = new Retries { Interrupted = int.MaxValue },
    Parallelism = threads,
    Progress = new AcknowledgedTrials(),
    Keep = kept is { } best and > 0 ? Keep.Best(best) : Keep.All,
});
Console.WriteLine("ready");
study.Run(
    (config, trial) =>
    {
        if (kept == 0)
        {
            return PopulationTrial.Run(config, trial, TimeSpan.FromMicroseconds(microseconds));
        }

        if (kept is < 0)
        {
            return FoldingTrial.Run(config, trial, -kept.Value, TimeSpan.FromMicroseconds(microseconds));
        }

        if (kept is not null)
        {
            return SavingTrial.Run(config, trial, TimeSpan.FromMicroseconds(microseconds));
        }

        trial.Report(0, config.X);
        Thread.Sleep(TimeSpan.FromMicroseconds(microseconds));
        return config.X * config.Units;
    },
    trials);
Console.WriteLine("end");

internal sealed class AcknowledgedTrials : IProgress<StudyProgress>
{
    public void Report(StudyProgress value)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"done {value.TrialNumber} {value.TrialValue:R}"));
}
