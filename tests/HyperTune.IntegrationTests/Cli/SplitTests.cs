using System.Diagnostics;
using System.Text.Json;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>Studies of a journal taken apart: into lists, journals of their own, tables of runs, and the names that shells complete.</summary>
public sealed class SplitTests(CliJournals journals) : IClassFixture<CliJournals>
{
    [Fact]
    public async Task One_study_alone_is_what_it_was_among_others()
    {
        foreach (string name in (string[])["small", "front", CliJournals.OddName])
        {
            string single = journals.Nothing(".journal");
            await CliRun.SucceedAsync("export", "optuna", journals.Several, name, "--output", single);
            Assert.Equal([name], await new JournalStorage(single).ListAsync());
            foreach (string[] command in (string[][])[["export", "json"], ["export", "csv"], ["trials"], ["best", "--trial", "0"]])
            {
                string[] words = [.. command.TakeWhile(static word => word[0] != '-')];
                string[] options = [.. command.Skip(words.Length)];
                Assert.Equal((await CliRun.SucceedAsync([.. words, journals.Several, name, .. options])).Output, (await CliRun.SucceedAsync([.. words, single, name, .. options])).Output);
            }

            await CliRun.FailAsync(2, "is there already; name another file.", "export", "optuna", journals.Several, name, "--output", single);
        }
    }

    [OptunaFact]
    public async Task Optuna_reads_the_same_trials_of_it()
    {
        string several = journals.Copy(journals.Several);
        await Python.RunAsync("create.py", several, "theirs");
        foreach (string name in (string[])["theirs", "front"])
        {
            string single = journals.Nothing(".journal");
            await CliRun.SucceedAsync("export", "optuna", several, name, "--output", single);
            string[] all = await DumpAsync(several, name);
            Assert.NotEmpty(all);
            Assert.Equal(all, await DumpAsync(single, name));
        }
    }

    [Fact]
    public async Task Runs_are_as_MLflow_shows_them()
    {
        CliRun table = await CliRun.SucceedAsync("export", "csv", journals.One, "--style", "mlflow");
        string[] lines = table.Output.Split('\n');
        Assert.StartsWith("run_id,name,status,start_time,end_time,duration,params.Rate,params.Activation,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",metrics.value,tags.mlflow.runName,tags.study,tags.trial,tags.state,tags.failure", lines[0], StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32},only-0,FINISHED,[-0-9]+ [0-9:.]+\\+00:00,[-0-9]+ [0-9:.]+\\+00:00,[-0-9.E]+,0.0001,tanh,", lines[1]);
        Assert.Matches("^[0-9a-f]{32},only-3,FAILED,.*,only-3,only,3,failed,.*disk \\\\u001b\\[31m full$", lines[4]);
        Assert.Equal(40, lines[1..].Select(static line => line.Split(',')[0]).Where(static id => id.Length == 32).Distinct().Count());
        Assert.Equal(table.Output, (await CliRun.SucceedAsync("export", "csv", journals.One, "--style", "mlflow")).Output);
        Assert.Contains(",metrics.Accuracy,metrics.Seconds,metrics.Memory,", (await CliRun.SucceedAsync("export", "csv", journals.Several, "front", "--style", "mlflow")).Output, StringComparison.Ordinal);
        await CliRun.FailAsync(2, "'excel'", "export", "csv", journals.One, "--style", "excel");
    }

    [Fact]
    public async Task Runs_say_what_they_went_on_from_and_no_start_where_there_was_none()
    {
        string journal = journals.Nothing(".journal");
        await using (Study<ToolConfig> study = Study.Minimize<ToolConfig>(new StudyOptions
        {
            Name = "continued",
            Seed = 2,
            Storage = new JournalStorage(journal),
            Strategy = Strategy.PopulationBased(new PopulationOptions { Population = 2 }),
        }))
        {
            study.Run(
                static (_, trial) =>
                {
                    trial.Checkpoint.Save(new MemoryStream([(byte)trial.Number]));
                    return trial.Number;
                },
                4);
            await study.TellAsync(study.Enqueue(CliJournals.Best), 3);
            study.Enqueue(CliJournals.Best with { Rate = 0.001 });
        }

        string[] lines = (await CliRun.SucceedAsync("export", "csv", journal, "--style", "mlflow")).Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.EndsWith(",tags.failure,tags.parent", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",0,completed,,", lines[1], StringComparison.Ordinal);
        Assert.Matches(",2,completed,,[01]$", lines[3]);
        Assert.Matches("^[0-9a-f]{32},continued-4,FINISHED,,,0,.*,4,completed,,$", lines[5]);
        Assert.Matches("^[0-9a-f]{32},continued-5,SCHEDULED,,,,.*,5,waiting,,$", lines[6]);
        Assert.DoesNotContain("0001-", (await CliRun.SucceedAsync("export", "csv", journal)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0001-", (await CliRun.SucceedAsync("export", "json", journal)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_options_and_names_of_studies_are_suggested()
    {
        Assert.Equal(["show"], await SuggestAsync("hypertune sho"));
        Assert.Equal(["appsettings", "args", "csharp", "env", "json", "text"], await SuggestAsync($"hypertune best {journals.One} --format "));
        string[] names = await SuggestAsync($"hypertune show {journals.Several} ");
        Assert.Contains("small", names);
        Assert.Contains("front", names);
        Assert.DoesNotContain(names, static name => name.Contains("odd", StringComparison.Ordinal));
        Assert.DoesNotContain("small", await SuggestAsync("hypertune show /no/such.journal "));
        Assert.Equal(["front"], await SuggestAsync($"hypertune show {journals.Several} fr"));
        await CliRun.FailAsync(2, "'fish'", "completion", "fish");
        foreach (string shell in (string[])["bash", "zsh", "pwsh"])
        {
            Assert.Contains("[suggest:", (await CliRun.SucceedAsync("completion", shell)).Output, StringComparison.Ordinal);
        }
    }

    [ShellFact]
    public async Task Bash_completes_names_and_runs_none_of_them()
    {
        string journal = journals.Copy(journals.Several);
        string hostile = "x$(touch x-ran) `touch x-ran`";
        await using (Study<ToolConfig> study = Study.Maximize<ToolConfig>(new StudyOptions { Name = hostile, Storage = new JournalStorage(journal), Strategy = Strategy.Random() }))
        {
            study.Run(static _ => 1, 1);
        }

        string script = $$"""
            hypertune() { dotnet "{{CliRun.Assembly}}" "$@"; }
            {{(await CliRun.SucceedAsync("completion", "bash")).Output}}
            COMP_LINE="hypertune show {{journal}} x"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(hypertune show "{{journal}}" x); COMP_CWORD=3
            _hypertune
            printf '%s\n' "${#COMPREPLY[@]}"
            eval "printf '%s' ${COMPREPLY[0]}"
            """;
        string directory = Path.GetDirectoryName(journal)!;
        using Process bash = Process.Start(new ProcessStartInfo("bash", ["-c", script.ReplaceLineEndings("\n")]) { RedirectStandardOutput = true, WorkingDirectory = directory })!;
        string output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.Equal($"1\n{hostile}", output);
        Assert.False(File.Exists(Path.Combine(directory, "x-ran")));
    }

    private static async Task<string[]> SuggestAsync(string line) => (await CliRun.SucceedAsync($"[suggest:{line.Length}]", line)).Lines;

    private static async Task<string[]> DumpAsync(string journal, string study)
        => [.. (await Python.RunAsync("dump.py", journal)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => JsonDocument.Parse(line).RootElement.GetProperty("study").GetString() == study)];
}
