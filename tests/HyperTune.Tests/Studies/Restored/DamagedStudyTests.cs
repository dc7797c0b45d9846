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
