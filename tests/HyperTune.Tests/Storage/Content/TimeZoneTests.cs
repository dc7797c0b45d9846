using System.Text.RegularExpressions;

namespace HyperTune.Tests;

/// <summary>Journals hold local times, because Optuna reads no others; what a study says of its trials is right everywhere.</summary>
public sealed partial class TimeZoneTests : IDisposable
{
    // Ten minutes before the clocks of summer time are put back from 3 to 2.
    private static readonly DateTimeOffset BeforeTheChange = new(2026, 10, 25, 0, 50, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo[] Zones = [ZonedTime.Summer, TimeZoneInfo.Utc, ZonedTime.East, ZonedTime.West];

    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("s.journal");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Times_are_right_in_every_zone_and_in_the_hour_that_comes_twice()
    {
        var time = new ZonedTime(BeforeTheChange, ZonedTime.Summer);
        Open(Journal, time).Run(
            x =>
            {
                time.Advance(TimeSpan.FromMinutes(20));
                return x[0];
            },
            4);
        foreach (TimeZoneInfo zone in Zones)
        {
            Study<double[]> again = Open(Journal, new ZonedTime(BeforeTheChange, zone));
            Assert.Equal(Enumerable.Range(0, 4).Select(static i => BeforeTheChange.AddMinutes(20 * i)), again.Trials.Select(static trial => trial.StartedAt));
            Assert.All(again.Trials, static trial => Assert.Equal(TimeSpan.FromMinutes(20), trial.Duration));
        }

        // What Optuna reads is the local time, as ever.
        string[] starts = ["02:50", "02:10", "02:30", "02:50"];
        Assert.Equal(starts.Select(static start => $"2026-10-25T{start}:00.000000"), Started().Matches(File.ReadAllText(Journal)).Select(static match => match.Groups[1].Value));
        Assert.Equal(2, File.ReadAllText(Journal).Split("utc_offset").Length - 1);
    }

    [Fact]
    public void Workers_of_several_zones_share_a_file()
    {
        foreach (TimeZoneInfo zone in Zones)
        {
            var time = new ZonedTime(BeforeTheChange, zone);
            Study<double[]> study = Open(Journal, time);
            study.Run(
                x =>
                {
                    time.Advance(TimeSpan.FromMinutes(20));
                    return x[0];
                },
                study.Trials.Count + 2);
        }

        foreach (TimeZoneInfo zone in Zones)
        {
            Study<double[]> again = Open(Journal, new ZonedTime(BeforeTheChange, zone));
            Assert.Equal(8, again.Trials.Count);
            Assert.All(again.Trials, static trial => Assert.Equal((BeforeTheChange.AddMinutes(20 * (trial.Number % 2)), TimeSpan.FromMinutes(20)), (trial.StartedAt, trial.Duration!.Value)));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_trial_is_imported_once_whatever_the_clocks_say(bool isByOptuna, bool isUtc)
    {
        string source = _directory.File("source.journal");
        if (isByOptuna)
        {
            string suffix = isUtc ? "+00:00" : "";
            await File.WriteAllLinesAsync(source,
            [
                ForeignLine.Study(),
                .. Enumerable.Range(0, 3).Select(i => ForeignLine.Template(
                    1, $"{i}", [("x0", $"0.{i}", ForeignLine.Float(0, 1))], "{}", $"2026-10-25T02:1{i}:00.000000{suffix}", $"2026-10-25T02:3{i}:00.000000{suffix}")),
            ]);
        }
        else
        {
            var time = new ZonedTime(BeforeTheChange, ZonedTime.Summer);
            Study<double[]> old = Studies.Minimize(new StudyOptions { Name = "s", Storage = new JournalStorage(source) { UseUtcTimes = isUtc }, TimeProvider = time });
            old.Run(
                x =>
                {
                    time.Advance(TimeSpan.FromMinutes(20));
                    return x[0];
                },
                3);
        }

        foreach (TimeZoneInfo zone in Zones)
        {
            Study<double[]> study = Open(Journal, new ZonedTime(BeforeTheChange, zone));
            int known = zone == ZonedTime.Summer ? 0 : 3;
            Assert.Equal(new ImportSummary(3 - known, 0, known), await study.ImportAsync(source));
            Assert.Equal(new ImportSummary(0, 0, 3), await study.ImportAsync(source));
        }

        DateTimeOffset[] starts = [.. Open(Journal, new ZonedTime(BeforeTheChange, ZonedTime.East)).Trials.Select(static trial => trial.StartedAt)];
        Assert.Equal(starts, Open(Journal, new ZonedTime(BeforeTheChange, ZonedTime.West)).Trials.Select(static trial => trial.StartedAt));
        if (!isByOptuna)
        {
            Assert.Equal(Enumerable.Range(0, 3).Select(static i => BeforeTheChange.AddMinutes(20 * i)), starts);
        }
    }

    [Fact]
    public async Task Trials_that_an_earlier_version_imported_are_recognized()
    {
        string source = _directory.File("source.journal");
        Studies.Minimize(new StudyOptions { Name = "s", Storage = new JournalStorage(source), TimeProvider = new ZonedTime(BeforeTheChange, ZonedTime.Summer) })
            .Run(static (x, trial) => trial.Number == 1 ? TrialOutcome.Pruned : x[0], 4);
        await Open(Journal, new ZonedTime(BeforeTheChange, ZonedTime.Summer)).ImportAsync(source);

        // It said neither how far its local times are ahead nor what tells a trial from others.
        string text = await File.ReadAllTextAsync(Journal);
        string earlier = New().Replace(text, "");
        Assert.NotEqual(text, earlier);
        Assert.DoesNotContain("import_key", earlier);
        await File.WriteAllTextAsync(Journal, earlier);
        Study<double[]> study = Open(Journal, new ZonedTime(BeforeTheChange, ZonedTime.East));
        Assert.Equal(new ImportSummary(0, 0, 4), await study.ImportAsync(source));
    }

    [Fact]
    public async Task A_trial_is_imported_once_also_where_the_space_is_changed_in_between()
    {
        string source = _directory.File("source.journal");
        Studies.Minimize(new StudyOptions { Name = "s", Storage = new JournalStorage(source) }, 3).Run(Studies.Bowl, 4);
        var options = new StudyOptions
        {
            Name = "new",
            Storage = new JournalStorage(Journal),
            Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits },
        };
        Assert.Equal(new ImportSummary(4, 0), await Studies.Minimize(options, 2).ImportAsync(source));
        Assert.Equal(new ImportSummary(0, 0, 4), await Studies.Minimize(options, 3).ImportAsync(source));
    }

    private static Study<double[]> Open(string path, TimeProvider time)
        => Studies.Minimize(new StudyOptions { Name = "s", Storage = new JournalStorage(path), TimeProvider = time, Strategy = Strategy.Random() });

    [GeneratedRegex("\"datetime_start\":\"([^\"]*)\"")]
    private static partial Regex Started();

    [GeneratedRegex(",\"hypertune:utc_offset\":[^,}]*|,\"hypertune:import_key\":\"[^\"]*\"")]
    private static partial Regex New();
}
