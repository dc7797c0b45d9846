using System.Globalization;
using System.Text;
using HyperTune;
using HyperTune.Tests;

/// <summary>A trial in steps, each of which ends with a checkpoint, so that a process that was killed costs one step at most.</summary>
internal static class SavingTrial
{
    private const int Steps = 5;

    // Large enough for a kill to come in the middle of it.
    private const int Padding = 200_000;

    public static TrialOutcome Run(TestConfig config, Trial<TestConfig> trial, TimeSpan stepTime)
    {
        int first = 0;
        using (Stream? checkpoint = trial.Checkpoint.Open())
        {
            if (checkpoint is not null)
            {
                (int number, first) = Read(checkpoint);
                if (number != trial.Number)
                {
                    return TrialOutcome.Failed($"The checkpoint is that of trial {number}.");
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resumed {number} {first}"));
            }
        }

        for (int step = first; step < Steps; step++)
        {
            Thread.Sleep(stepTime);
            trial.Checkpoint.Save(Content(trial.Number, step + 1));
        }

        trial.Artifacts.Save("model.txt", Content(trial.Number, Steps));
        return config.X * config.Units;
    }

    private static MemoryStream Content(int number, int step)
        => new(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {step} {new string((char)('a' + step), Padding)}")));

    private static (int Number, int Step) Read(Stream checkpoint)
    {
        using var reader = new StreamReader(checkpoint, leaveOpen: true);
        string[] parts = reader.ReadToEnd().Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
