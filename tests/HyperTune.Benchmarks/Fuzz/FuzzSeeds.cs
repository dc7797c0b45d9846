using System.Text;
using System.Text.RegularExpressions;

namespace HyperTune.Benchmarks;

/// <summary>The journals that the fuzzer begins with: written by this version, and by hand as Optuna writes them.</summary>
internal static partial class FuzzSeeds
{
    /// <summary>The study that each of them has.</summary>
    public const string StudyName = "fuzzed";

    // As Optuna's versions write it: every operation, every class of distribution, what its samplers and its dashboard leave behind.
    private const string Foreign = """
        {"op_code":0,"worker_id":"a1-1","study_name":"fuzzed","directions":[1]}
        {"op_code":0,"worker_id":"a1-1","study_name":"fuzzed","directions":[1]}
        {"op_code":0,"worker_id":"a1-1","study_name":"two goals","directions":[1,2]}
        {"op_code":2,"worker_id":"a1-1","study_id":0,"user_attr":{"note":{"a":[1,2.5,NaN,null,true,"caf\u00e9"]}}}
        {"op_code":3,"worker_id":"a1-1","study_id":0,"system_attr":{"study:metric_names":["loss"]}}
        {"op_code":4,"worker_id":"a1-1","study_id":0,"datetime_start":"2026-10-24T08:19:03.190517"}
        {"op_code":5,"worker_id":"a1-1","trial_id":0,"param_name":"Level","param_value_internal":3.0,"distribution":"{\"name\": \"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 1, \"low\": 1, \"high\": 5}}"}
        {"op_code":5,"worker_id":"a1-1","trial_id":0,"param_name":"Rate","param_value_internal":0.001,"distribution":"{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 0.0001, \"high\": 0.1, \"log\": true}}"}
        {"op_code":5,"worker_id":"a1-1","trial_id":0,"param_name":"Activation","param_value_internal":1,"distribution":"{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"relu\", \"tanh\", 1.0]}}"}
        {"op_code":5,"worker_id":"a1-1","trial_id":0,"param_name":"Augment","param_value_internal":0,"distribution":"{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [true, false]}}"}
        {"op_code":5,"worker_id":"a1-1","trial_id":0,"param_name":"old","param_value_internal":0.5,"distribution":"{\"name\": \"DiscreteUniformDistribution\", \"attributes\": {\"low\": 0.0, \"high\": 1.0, \"q\": 0.5}}"}
        {"op_code":7,"worker_id":"a1-1","trial_id":0,"step":0,"intermediate_value":0.9}
        {"op_code":7,"worker_id":"a1-1","trial_id":0,"step":3,"intermediate_value":NaN}
        {"op_code":8,"worker_id":"a1-1","trial_id":0,"user_attr":{"host":"node-7"}}
        {"op_code":8,"worker_id":"a1-1","trial_id":0,"user_attr":{"Recall":0.75}}
        {"op_code":8,"worker_id":"a1-1","trial_id":0,"user_attr":{"Word":"caf\u00e9"}}
        {"op_code":9,"worker_id":"a1-1","trial_id":0,"system_attr":{"constraints":[-0.5,0.0]}}
        {"op_code":6,"worker_id":"a1-1","trial_id":0,"state":1,"values":[0.25],"datetime_complete":"2026-10-24T08:19:04.190517"}
        {"op_code":4,"worker_id":"a1-1","study_id":1,"datetime_start":"2026-10-24T08:19:05.190517"}
        {"op_code":6,"worker_id":"a1-1","trial_id":1,"state":1,"values":[1.5,-Infinity],"datetime_complete":"2026-10-24T08:19:06.190517"}
        {"op_code":4,"worker_id":"b2-9","study_id":0,"datetime_start":null,"state":4,"value":null,"values":null,"params":{},"distributions":{},"user_attrs":{},"system_attrs":{"fixed_params":{"Level":2,"Rate":0.01,"Activation":"tanh","unknown":[1]}},"intermediate_values":{}}
        {"op_code":4,"worker_id":"b2-9","study_id":0,"datetime_start":"2026-10-25T02:30:00.000001","datetime_complete":"2026-10-25T02:31:00.000001","state":1,"value":0.125,"values":null,"distributions":{"Level":"{\"name\": \"IntUniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 5, \"step\": 1}}","Units":"{\"name\": \"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 16, \"low\": 16, \"high\": 256}}","Offset":"{\"type\": \"float\", \"low\": -3, \"high\": 3}"},"params":{"Level":4.0,"Units":128.0,"Offset":-0.25},"user_attrs":{},"system_attrs":{},"intermediate_values":{"1":0.5,"2":0.25}}
        {"op_code":4,"worker_id":"b2-9","study_id":0,"datetime_start":"2026-10-25T00:00:00.000000","datetime_complete":"2026-10-25T00:01:00.000000","state":2,"value":0.75,"values":null,"distributions":{},"params":{},"user_attrs":{"Size":7,"Cost":1.10},"system_attrs":{"completed_rung_0":0.75},"intermediate_values":{"1":0.75}}
        {"op_code":4,"worker_id":"b2-9","study_id":0,"datetime_start":"2026-10-25T00:00:00.000000"}
        {"op_code":9,"worker_id":"b2-9","trial_id":5,"system_attr":{"tpe:relative_params:0":"{\"Rate\": 0.02}"}}
        {"op_code":6,"worker_id":"b2-9","trial_id":5,"state":3,"values":null,"datetime_complete":"2026-10-25T00:02:00.000000"}
        {"op_code":6,"worker_id":"b2-9","trial_id":2,"state":0,"values":null,"datetime_start":"2026-10-25T00:03:00.000000"}
        {"op_code":1,"worker_id":"b2-9","study_id":1}
        {"op_code":10,"worker_id":"b2-9","trial_ids":[5]}

        """;

    /// <summary>All of them, in a directory for what is needed on the way.</summary>
    public static IReadOnlyList<string> Create(string directory)
    {
        string own = Path.Combine(directory, "own.journal");
        string imported = Path.Combine(directory, "imported.journal");
        File.WriteAllText(imported, Foreign);
        Run(own, imported);
        return [Foreign, Normalize(File.ReadAllText(own)), Foreign + Normalize(File.ReadAllText(own)), WithoutEnd(own)];
    }

    private static void Run(string path, string imported)
    {
        StudyOptions options = Options(path) with { Pruner = Pruner.Median(startupTrials: 1), Sharing = new SharingOptions { WorkerId = "worker-1" } };
        Study<FuzzConfig> study = Study.Minimize<FuzzConfig>(options);
        study.Enqueue(new FuzzConfig { Level = 2, Share = 0.9f, Extra = 2 });
        study.Enqueue(new FuzzConfig { Augment = true, Rotation = 7 });
        study.Run(
            static (config, trial) =>
            {
                trial.Report(1, config.Rate);
                trial.ReportInstance(2, config.Share);
                return (trial.Number % 5) switch
                {
                    1 => TrialOutcome.Failed("no \"luck\""),
                    2 => TrialOutcome.Pruned,
                    _ => config.Share + config.Rate,
                };
            },
            8);
        study.ImportAsync(imported, StudyName).GetAwaiter().GetResult();
        Study<FuzzConfig, FuzzScore> recorded = Study.Optimize<FuzzConfig, FuzzScore>(options);
        recorded.Notes.Set("data", "v2");
        recorded.Notes.Remove("data");
        recorded.Notes.Set("by", "\"us\"");
        recorded.Tell(recorded.Ask(), new FuzzScore(0.5, double.NaN, 255, true, DayOfWeek.Friday, "w", TimeSpan.FromSeconds(1), 1.10m));
        recorded.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Trial<FuzzConfig> open = study.Ask();
        open.Report(1, 0.5);
        study.Enqueue(new FuzzConfig { Level = 1 });
        study.Enqueue(FuzzConfig.Space.Narrow(static s => s.Level.To(1, 2), static s => s.Augment.Fix(true)));
        study.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public static StudyOptions Options(string path) => new()
    {
        Name = StudyName,
        Strategy = Strategy.Random(),
        Storage = new JournalStorage(path) { Durability = JournalDurability.None },
        TimeProvider = new FuzzClock(),
        Seed = 7,
    };

    // Records of things for which the format has no record, and of an earlier attempt.
    private static string WithoutEnd(string path)
    {
        var text = new StringBuilder(Normalize(File.ReadAllText(path)));
        text.Append("""
            {"op_code":3,"worker_id":"hypertune-00-1.2-3","study_id":0,"system_attr":{"hypertune:event:0":"{\"kind\":\"somethingNew\",\"trial\":3,\"x\":[1,2]}"}}
            {"op_code":3,"worker_id":"hypertune-00-1.2-3","study_id":0,"system_attr":{"hypertune:event:1":"{\"kind\":\"reported\",\"trial\":11,\"report\":[5,0.5,1]}"}}
            {"op_code":4,"worker_id":"hypertune-00-1.2-3","study_id":0,"datetime_start":"2026-10-25T00:03:00.000000","hypertune:utc_offset":7200,"state":0,"value":null,"values":null,"distributions":{},"params":{},"user_attrs":{},"system_attrs":{"hypertune:lease":"2026-10-25T00:05:00.0000000Z"},"intermediate_values":{}}
            {"op_code":9,"worker_id":"hypertune-00-1.2-4","trial_id":13,"system_attr":{"hypertune:interruptions":1}}
            {"op_code":6,"worker_id":"hypertune-00-1.2-4","trial_id":13,"state":4,"values":null}
            {"op_code":9,"worker_id":"hypertune-00-1.2-4","trial_id":13,"system_attr":{"hypertune:gradient":[1,NaN]}}
            {"op_code":9,"worker_id":"hypertune-00-1.2-4","trial_id":13,"system_attr":{"hypertune:values":[0.5]}}

            """);
        return text.ToString();
    }

    // The same in every process.
    private static string Normalize(string text) => Token().Replace(text, "hypertune-00-1.2-3");

    [GeneratedRegex("hypertune-[0-9a-f]+-[0-9.]+-[0-9]+")]
    private static partial Regex Token();
}
