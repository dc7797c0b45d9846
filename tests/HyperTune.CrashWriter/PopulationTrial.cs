using System.Globalization;
using System.Text;
using HyperTune;
using HyperTune.Tests;

/// <summary>An interval of a member of a population: its checkpoint names all trials that it went on from, and itself.</summary>
internal static class PopulationTrial
{
    // Large enough for a kill to come in the middle of it.
    private const int Padding = 200_000;

    public static TrialOutcome Run(TestConfig config, Trial<TestConfig> trial, TimeSpan time)
    {
        string lineage = "";
        using (Stream? checkpoint = trial.Checkpoint.Open())
        {
            if (checkpoint is not null)
            {
                using var reader = new StreamReader(checkpoint, leaveOpen: true);
                lineage = reader.ReadToEnd().TrimEnd('.');
            }
        }

        Thread.Sleep(time);
        string own = string.Create(CultureInfo.InvariantCulture, $" {trial.Number};");
        if (lineage.EndsWith(own, StringComparison.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resumed {trial.Number} 1"));
        }
        else
        {
            lineage += own;
            trial.Checkpoint.Save(new MemoryStream(Encoding.UTF8.GetBytes(lineage + new string('.', Padding))));
        }

        Thread.Sleep(time);
        return config.X * config.Units;
    }
}
