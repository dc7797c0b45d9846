using System.Text;

namespace HyperTune.Tests.Restored;

/// <summary>Journals that somebody has edited: they are read, or refused with an exception that says why.</summary>
public sealed class DamagedStudyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damaged_journals_are_read_or_refused(bool isForeign)
    {
        string[] lines = [.. Lines().Select(line => isForeign && line.Contains("hypertune:space", StringComparison.Ordinal) ? line.Replace("hypertune:space", "space", StringComparison.Ordinal) : line)];
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            string text = Damage([.. lines], new Random(seed));
            try
            {
                var storage = new SimulatedStorage(new SimulatedMedium(Encoding.UTF8.GetBytes(text)));
                foreach (string name in await storage.ListAsync())
                {
                    await using RestoredStudy study = await RestoredStudy.OpenAsync(storage, name);
                    study.WriteCsv(TextWriter.Null, study.Result.Trials);
                    using var writer = new System.Text.Json.Utf8JsonWriter(Stream.Null);
                    study.WriteJson(writer);
                    read++;
                }
            }
            catch (JournalException)
            {
                refused++;
            }
        }

        Assert.True(read > 50 && refused > 50, $"{read} were read, {refused} refused.");
    }

    [Fact]
    public async Task Studies_that_aim_for_nothing_are_refused()
    {
        const string Before = "\"directions\":[1]";
        string text = string.Join('\n', Lines()) + "\n";
        Assert.Contains(Before, text, StringComparison.Ordinal);
        var storage = new SimulatedStorage(new SimulatedMedium(Encoding.UTF8.GetBytes(text.Replace(Before, "\"directions\":[]", StringComparison.Ordinal))));
        Assert.Equal(["s"], await storage.ListAsync());
        JournalException refused = await Assert.ThrowsAsync<JournalException>(async () => await RestoredStudy.OpenAsync(storage, "s"));
        Assert.Contains("no directions", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Studies_of_metrics_of_which_none_is_an_objective_are_refused()
    {
        var medium = new SimulatedMedium();
        await new SimulatedStorage(medium).TryCreateAsync(
            StoragePlace.Header() with { Metrics = [new Metric("Accuracy", 0, OptimizationDirection.Maximize), new Metric("Size", 1, null)] },
            new StudyParticipant { Owner = ProcessIdentity.CreateToken() });
        const string Direction = ",\"direction\":\"Maximize\"";
        Assert.Contains(Direction, Encoding.UTF8.GetString(medium.Content), StringComparison.Ordinal);
        medium.Replace(Direction, "");
        JournalException refused = await Assert.ThrowsAsync<JournalException>(async () => await RestoredStudy.OpenAsync(new SimulatedStorage(medium), "test"));
        Assert.Contains("no metrics to optimize", refused.Message, StringComparison.Ordinal);
    }

    private static string[] Lines()
    {
        var medium = new SimulatedMedium();
        Study<StoredConfig> study = Study.Minimize<StoredConfig>(new StudyOptions { Name = "s", Seed = 1, Storage = new SimulatedStorage(medium), Strategy = Strategy.Random() });
        study.Run(
            static (config, trial) =>
            {
                trial.Report(1, config.Rate);
                return config.Rate;
            },
            6);
        return Encoding.UTF8.GetString(medium.Content).TrimEnd('\n').Split('\n');
    }

    private static string Damage(string[] lines, Random random)
    {
        int line = random.Next(lines.Length);
        switch (random.Next(4))
        {
            case 0:
                lines[line] = lines[random.Next(lines.Length)];
                break;
            case 1:
                char[] digits = lines[line].ToCharArray();
                for (int i = 0; i < digits.Length; i++)
                {
                    digits[i] = char.IsAsciiDigit(digits[i]) && random.Next(8) == 0 ? (char)('0' + random.Next(10)) : digits[i];
                }

                lines[line] = new string(digits);
                break;
            case 2:
                lines[line] = lines[line].Remove(random.Next(lines[line].Length), 1);
                break;
            default:
                lines[line] = lines[line].Replace("uniform", "normal", StringComparison.Ordinal).Replace("Units", "Rate", StringComparison.Ordinal).Replace(":1,", ":null,", StringComparison.Ordinal);
                break;
        }

        return string.Join('\n', lines) + "\n";
    }
}
