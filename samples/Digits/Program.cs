using Digits;
using HyperTune;
using MathNet.Numerics;

// Not the user's seed: whatever they try, the hold-out stays the same digits.
const ulong SplitSeed = 1;

if (!CommandLine.TryParse(args, out CommandLine? commandLine, out string? error))
{
    Console.Error.WriteLine($"{error}\n\n{CommandLine.Usage}");
    return 2;
}

if (commandLine.ShowsHelp)
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

// At once, before anything that takes a while.
Console.WriteLine("Reading the hand-written digits ...");

// One thread a trial, because trials run side by side, and the managed code, because it computes the same on every machine.
Control.UseManaged();
Control.UseSingleThread();

DigitSplit digits = DigitSplit.Create(DigitFile.LoadEmbedded(), SplitSeed);
HoldOut<DigitSet> holdOut = new(digits.HoldOut);
bool isStopping = false;
var progress = new SpectreProgress(options: new SpectreProgressOptions { ValueFormat = Format.Percent, ShowsResult = false });
Study<DigitsConfig> study = Study.Maximize<DigitsConfig>(new StudyOptions
{
    Name = "digits",
    Storage = commandLine.Journal is { } journal ? new JournalStorage(journal) : null,
    Seed = commandLine.Seed,
    Parallelism = commandLine.Parallelism,
    Pruner = Pruner.Auto(),
    Progress = progress,
});

// Trial 0 is the config that the tuning has to beat.
study.Enqueue(new DigitsConfig());

Console.WriteLine(FormattableString.Invariant(
    $"Tuning {study.Space.DimensionCount} parameters: {digits.Training.Count} digits to learn from, {digits.Validation.Count} to validate with."));
Console.WriteLine("Ctrl+C ends the tuning early and keeps what it has found.");
Console.CancelKeyPress += StopStudy;
StudyResult<DigitsConfig> result = progress.Run(study, () => study.Run(Train, commandLine.Trials));
Console.CancelKeyPress -= StopStudy;

if (result.BestOrDefault is not { } best)
{
    Console.Error.WriteLine("No trial completed.");
    return 1;
}

var summary = new Summary(Console.Out);
summary.WriteBest(result, best);
FinalEvaluation<HoldOutScore> final = study.FinalEvaluate(holdOut, (config, unseen) => new HoldOutScore(Test(new DigitsConfig(), unseen), Test(config, unseen)));
summary.WriteHoldOut(final.Score.ByDefault, final.Score.ByBest);
return 0;

// The accuracy after each epoch tells the pruner how the trial is getting on; the last one is the trial's value.
TrialOutcome Train(DigitsConfig config, Trial<DigitsConfig> trial)
{
    double accuracy = 0;
    Trainer.Train(config, digits.Training, commandLine.Seed, (epoch, network) =>
    {
        accuracy = Accuracy.Of(network.Check(digits.Validation)).Value;
        trial.Report(epoch, accuracy);
        if (epoch < config.Epochs)
        {
            trial.ThrowIfPruned();
        }
    });
    return accuracy;
}

// The config is chosen, so the validation digits are free to be learned from: more digits make a better network.
bool[] Test(DigitsConfig config, DigitSet unseen)
    => Trainer.Train(config, digits.Training.Concat(digits.Validation), commandLine.Seed).Check(unseen);

// The first Ctrl+C lets the running trials finish and goes on to the summary; the second one ends the program.
void StopStudy(object? sender, ConsoleCancelEventArgs key)
{
    if (isStopping)
    {
        return;
    }

    isStopping = true;
    key.Cancel = true;
    study.RequestStop();
    progress.ShowMessage("Stopping: the running trials finish first. Ctrl+C again ends the program at once.");
}
