using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

public sealed class TensorBoardTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tensorboard").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_study_is_what_TensorBoard_reads(bool isLive)
    {
        string logs = Path.Combine(_directory, "logs");
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Random(), Expected = Failures.Any });
        study.Enqueue(new MixedConfig { Rate = 0.5, Augment = true, Rotation = 3 });
        using (var log = new TensorBoardLog<MixedConfig>(logs))
        {
            if (isLive)
            {
                study.Observe(log);
            }

            StudyResult<MixedConfig> result = study.Run(Train, 4);
            if (!isLive)
            {
                result.ExportTensorBoard(logs);
            }
        }

        List<string> root = EventFiles.Decode(EventFiles.In(logs));
        Assert.Equal("file_version: \"brain.Event:2\"", root[0]);
        Assert.Equal(2, root.Count);
        Assert.StartsWith(
            "summary { value { tag: \"_hparams_/experiment\" tensor { dtype: 1 tensor_shape { dim { } } } metadata { plugin_data { plugin_name: \"hparams\" content { experiment {",
            root[1],
            StringComparison.Ordinal);
        Assert.Contains("hparam_infos { name: \"Rate\" type: 3 domain_interval { min_value: 0.0001 max_value: 1 } }", root[1], StringComparison.Ordinal);
        Assert.Contains(
            "hparam_infos { name: \"Size\" type: 1 domain_discrete { values { string_value: \"small\" } values { string_value: \"middle\" } values { string_value: \"large\" } } }",
            root[1],
            StringComparison.Ordinal);
        Assert.Contains("hparam_infos { name: \"Augment\" type: 2 domain_discrete { values { bool_value: false } values { bool_value: true } } }", root[1], StringComparison.Ordinal);
        Assert.Contains("metric_infos { name { tag: \"value\" } display_name: \"value\" }", root[1], StringComparison.Ordinal);

        Assert.Equal(
            ["trial-00000", "trial-00001", "trial-00002", "trial-00003"],
            Directory.GetDirectories(logs).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        List<string> completed = Session(logs, 0);
        Assert.Contains("hparams { key: \"Rate\" value { number_value: 0.5 } }", completed[1], StringComparison.Ordinal);
        Assert.Contains("hparams { key: \"Augment\" value { bool_value: true } }", completed[1], StringComparison.Ordinal);
        Assert.Contains("hparams { key: \"Rotation\" value { number_value: 3 } }", completed[1], StringComparison.Ordinal);
        Assert.Contains("group_name: \"trial-00000\"", completed[1], StringComparison.Ordinal);
        Assert.Equal(
            [
                "step: 1 summary { value { tag: \"progress\" simple_value: 0.5 } }",
                "step: 2 summary { value { tag: \"progress\" simple_value: 0.75 } }",
                "step: 2 summary { value { tag: \"value\" simple_value: 0.875 } }",
            ],
            completed[2..5]);
        Assert.Contains("session_end_info { status: 1 }", completed[5], StringComparison.Ordinal);
        Assert.Equal(6, completed.Count);

        // A pruned one has no value, a failed one says so, and what is inactive is not there.
        List<string> pruned = Session(logs, 1);
        Assert.Equal(4, pruned.Count);
        Assert.Contains("status: 1", pruned[3], StringComparison.Ordinal);
        List<string> failed = Session(logs, 2);
        Assert.Contains("status: 2", failed[^1], StringComparison.Ordinal);
        TrialRecord<MixedConfig> plain = study.Trials.First(static trial => !trial.Config.Augment);
        Assert.DoesNotContain("Rotation", Session(logs, plain.Number)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_attempt_is_a_session_of_the_same_group()
    {
        Study<MixedConfig> study = Study.Maximize<MixedConfig>(new StudyOptions
        {
            Seed = 1,
            Strategy = Strategy.Random(),
            Expected = Failures.Any,
            Retries = new Retries { Failed = 1 },
        });
        using var log = new TensorBoardLog<MixedConfig>(_directory);
        study.Observe(log);
        int calls = 0;
        study.Run(config => calls++ == 0 ? throw new TimeoutException() : config.Rate, 1);
        Assert.Equal(["trial-00000", "trial-00000-attempt-2"], Directory.GetDirectories(_directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("group_name: \"trial-00000\"", EventFiles.Decode(EventFiles.In(Path.Combine(_directory, "trial-00000-attempt-2")))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_are_columns_of_their_own()
    {
        Study<MixedConfig, Tradeoff> study = Study.Optimize<MixedConfig, Tradeoff>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });
        string live = Path.Combine(_directory, "live");
        using (var log = new TensorBoardLog<MixedConfig, Tradeoff>(live))
        {
            study.Observe(log);
            study.Run(static config => new Tradeoff(config.Rate, config.Units), 2).ExportTensorBoard(Path.Combine(_directory, "export"));
        }

        string[] names = [.. Tradeoff.Metrics.All.Select(static metric => metric.Name)];
        foreach (string directory in (string[])[live, Path.Combine(_directory, "export")])
        {
            List<string> session = EventFiles.Decode(EventFiles.In(Path.Combine(directory, "trial-00001")));
            Assert.Equal(names, names.Where(name => session.Exists(line => line.Contains($"tag: \"{name}\"", StringComparison.Ordinal))));
            Assert.All(names, name => Assert.Contains($"tag: \"{name}\"", EventFiles.Decode(EventFiles.In(directory))[1], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_directory_with_events_is_not_exported_to_again()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(Studies.Bowl, 2);
        string directory = Path.Combine(_directory, "once");
        result.ExportTensorBoard(directory);
        Assert.StartsWith($"'{directory}' has event files already", Assert.Throws<IOException>(() => result.ExportTensorBoard(directory)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => result.ExportTensorBoard(" "));
        Assert.Throws<ArgumentException>(static () => new TensorBoardLog<MixedConfig>(""));
    }

    private static List<string> Session(string logs, int number) => EventFiles.Decode(EventFiles.In(Path.Combine(logs, $"trial-{number:D5}")));

    private static TrialOutcome Train(MixedConfig config, Trial<MixedConfig> trial)
    {
        trial.Report(1, 0.5);
        if (trial.Number == 1)
        {
            return TrialOutcome.Pruned;
        }

        if (trial.Number == 2)
        {
            throw new TimeoutException("Too slow.");
        }

        trial.Report(2, 0.75);
        return 0.875;
    }
}
