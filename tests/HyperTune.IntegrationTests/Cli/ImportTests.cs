using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>Studies that Optuna keeps in an SQLite database, taken into a journal.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Database => _directory.File("theirs.db");

    private string Journal => _directory.File("ours.journal");

    public void Dispose() => _directory.Dispose();

    [OptunaFact]
    public async Task Optuna_reads_the_journal_as_it_reads_the_database()
    {
        await Python.RunAsync("create_database.py", Database);
        byte[] before = File.ReadAllBytes(Database);
        CliRun run = await CliRun.SucceedAsync("import", Database, "--journal", Journal);
        Assert.Equal("Study 'plain': 10 trials.", run.Lines[0]);
        Assert.StartsWith("Study 'odd \\u001b[31m\\r\\nname \U0001f600 ", run.Lines[1], StringComparison.Ordinal);
        Assert.Equal("Study 'empty': 0 trials.", run.Lines[2]);
        Assert.Equal(before, File.ReadAllBytes(Database));
        string[] studies = (await Python.RunAsync("studies.py", Database, Journal)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, studies.Length);
        Assert.Equal(studies[..3], studies[3..]);
        Assert.Contains("'dashboard:1:note_ver': 2", studies[0], StringComparison.Ordinal);
        JsonElement[] trials = await DumpAsync();
        Assert.Equal(2 * (10 + 9), trials.Length);
        AssertEqual(trials[..19], trials[19..]);
        OptunaTrial[] read = await OptunaTrial.ReadAsync(Journal);
        Assert.Equal(
            ["COMPLETE", "COMPLETE", "PRUNED", "FAIL", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "RUNNING", "WAITING"],
            read.Where(static trial => trial.Study == "plain").Select(static trial => trial.State));

        // And everything of ours reads it.
        OptunaTrial best = read.Where(static trial => trial.Study == "plain" && trial.State == "COMPLETE").MaxBy(static trial => double.IsFinite(trial.Value!.Value) ? trial.Value : null)!;
        Assert.Contains($" in trial {best.Number}\n", (await CliRun.SucceedAsync("show", Journal, "plain")).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await CliRun.SucceedAsync("list", Journal)).Lines.Length);
    }

    [OptunaFact]
    public async Task Studies_are_added_to_those_that_a_journal_has_and_never_replaced()
    {
        await Python.RunAsync("create_database.py", Database);
        await Python.RunAsync("create.py", Journal, "theirs");
        await CliRun.SucceedAsync("import", Database, "plain", "--journal", Journal);
        JsonElement[][] plain = [.. (await DumpAsync()).Where(static trial => trial.GetProperty("study").GetString() == "plain").Chunk(10)];
        Assert.Equal(2, plain.Length);
        AssertEqual(plain[0], plain[1]);
        string[] studies = (await Python.RunAsync("studies.py", Database, Journal)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(studies[0], studies[^1]);
        byte[] before = File.ReadAllBytes(Journal);
        await CliRun.FailAsync(1, "The journal has a study 'plain' already; nothing was imported.", "import", Database, "--journal", Journal);
        Assert.Equal(before, File.ReadAllBytes(Journal));
        await CliRun.FailAsync(1, "has no study 'plian'. Was 'plain' meant?", "import", Database, "plian", "--journal", Journal);
    }

    [Fact]
    public async Task Databases_of_Optuna_2_keep_infinities_in_the_values_themselves()
    {
        CreateOld();
        await CliRun.SucceedAsync("import", Database, "--journal", Journal);
        string[] lines = (await CliRun.SucceedAsync("export", "csv", Journal)).Lines;
        Assert.StartsWith("0,failed,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1,completed,0.5,", lines[2], StringComparison.Ordinal);
        Assert.Contains("2021-01-02T03:04:05.678901", File.ReadAllText(Journal), StringComparison.Ordinal);
        if (Python.FindOptuna() is not null)
        {
            OptunaTrial trial = (await OptunaTrial.ReadAsync(Journal))[0];
            Assert.Equal("inf", trial.Values[0].GetString());
            Assert.Equal("nan", trial.Reports["3"]);
            Assert.Equal("2", trial.Params["x"]);
        }
    }

    [Fact]
    public async Task What_is_no_database_of_a_known_Optuna_is_said()
    {
        string[] import = ["import", Database, "--journal", Journal];
        await CliRun.FailAsync(1, "There is no file '", import);
        File.WriteAllText(Database, "{\"op_code\": 0}\n");
        await CliRun.FailAsync(1, "is no SQLite database.", import);
        File.Delete(Database);
        Execute("CREATE TABLE customers (id INTEGER)");
        await CliRun.FailAsync(1, "has no tables of Optuna", import);
        foreach (string command in new[] { "list", "show", "best", "trials" })
        {
            await CliRun.FailAsync(1, "is an SQLite database and no journal. What Optuna keeps in it: hypertune import", command, Database);
        }

        Execute("CREATE TABLE studies (study_id INTEGER, study_name TEXT, direction TEXT); CREATE TABLE trials (trial_id INTEGER, value FLOAT)");
        await CliRun.FailAsync(1, "of an Optuna before 2.4. Let Optuna bring it up to date: optuna storage upgrade", import);
        File.Delete(Database);
        CreateOld();
        await CliRun.FailAsync(2, "is the database itself", "import", Database, "--journal", Database);
        await CliRun.FailAsync(2, "--journal", "import", Database);
        Execute("UPDATE version_info SET schema_version = 13; UPDATE alembic_version SET version_num = 'v6.1.0.a'");
        await CliRun.FailAsync(1, "newer Optuna than is known here (revision v6.1.0.a): schema 13, known is 12.", import);
        Execute("UPDATE version_info SET schema_version = 12; UPDATE alembic_version SET version_num = 'v3.2.0.a'; UPDATE trial_params SET distribution_json = '{}'");
        await CliRun.FailAsync(1, "Study 'old' cannot be imported: The distribution has no", import);
        Execute("UPDATE trial_params SET distribution_json = '{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [1]}}'");
        await CliRun.FailAsync(1, "has the index 2, and 1 choices", import);
        Execute("DELETE FROM trial_params; INSERT INTO trial_user_attributes VALUES (1, 1, 'note', '[1')");
        await CliRun.FailAsync(1, "the attribute 'note' is no JSON", import);

        // What only looks like an attribute of ours must not make a journal unreadable.
        Execute("DELETE FROM trial_user_attributes; INSERT INTO study_system_attributes VALUES (1, 1, 'hypertune:space', '{\"parameters\": 7}')");
        await CliRun.FailAsync(1, "No journal can keep what the database holds.", import);
        Execute("DROP TABLE trial_user_attributes");
        await CliRun.FailAsync(1, "none that is called 'trial_user_attributes'", import);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task A_database_that_somebody_writes_to_is_waited_for_and_then_said_to_be_locked()
    {
        CreateOld();
        using (SqliteConnection other = Connect())
        {
            Run(other, "BEGIN EXCLUSIVE; UPDATE studies SET study_name = 'new'");
            await CliRun.FailAsync(1, "is locked by a program that writes to it.", "import", Database, "--journal", Journal);
            Run(other, "ROLLBACK");
        }

        await CliRun.SucceedAsync("import", Database, "old", "--journal", Journal);
    }

    // Trials of the database, then those of the journal.
    private async Task<JsonElement[]> DumpAsync()
        => [.. (await Python.RunAsync("dump.py", Database, Journal)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    // A database has the parameters of a trial in no order.
    private static void AssertEqual(JsonElement[] expected, JsonElement[] actual)
        => Assert.All(expected.Zip(actual), static pair => Assert.True(JsonElement.DeepEquals(pair.First, pair.Second), $"{pair.First}\n{pair.Second}"));

    // The tables as Optuna 2.4 made them: no kinds beside the values.
    private void CreateOld() => Execute(
        """
        CREATE TABLE studies (study_id INTEGER NOT NULL PRIMARY KEY, study_name VARCHAR(512) NOT NULL);
        CREATE TABLE version_info (version_info_id INTEGER NOT NULL PRIMARY KEY, schema_version INTEGER, library_version VARCHAR(256));
        CREATE TABLE study_directions (study_direction_id INTEGER NOT NULL PRIMARY KEY, direction VARCHAR(8) NOT NULL, study_id INTEGER, objective INTEGER);
        CREATE TABLE study_user_attributes (study_user_attribute_id INTEGER NOT NULL PRIMARY KEY, study_id INTEGER, "key" VARCHAR(512), value_json VARCHAR(2048));
        CREATE TABLE study_system_attributes (study_system_attribute_id INTEGER NOT NULL PRIMARY KEY, study_id INTEGER, "key" VARCHAR(512), value_json VARCHAR(2048));
        CREATE TABLE trials (trial_id INTEGER NOT NULL PRIMARY KEY, number INTEGER, study_id INTEGER, state VARCHAR(8), datetime_start DATETIME, datetime_complete DATETIME);
        CREATE TABLE trial_user_attributes (trial_user_attribute_id INTEGER NOT NULL PRIMARY KEY, trial_id INTEGER, "key" VARCHAR(512), value_json VARCHAR(2048));
        CREATE TABLE trial_system_attributes (trial_system_attribute_id INTEGER NOT NULL PRIMARY KEY, trial_id INTEGER, "key" VARCHAR(512), value_json VARCHAR(2048));
        CREATE TABLE trial_params (param_id INTEGER NOT NULL PRIMARY KEY, trial_id INTEGER, param_name VARCHAR(512), param_value FLOAT, distribution_json VARCHAR(2048));
        CREATE TABLE trial_values (trial_value_id INTEGER NOT NULL PRIMARY KEY, trial_id INTEGER NOT NULL, objective INTEGER NOT NULL, value FLOAT);
        CREATE TABLE trial_intermediate_values (trial_intermediate_value_id INTEGER NOT NULL PRIMARY KEY, trial_id INTEGER, step INTEGER, intermediate_value FLOAT);
        CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
        INSERT INTO version_info VALUES (1, 12, '2.4.0');
        INSERT INTO alembic_version VALUES ('v2.4.0.a');
        INSERT INTO studies VALUES (1, 'old');
        INSERT INTO study_directions VALUES (1, 'MINIMIZE', 1, 0);
        INSERT INTO trials VALUES (1, 0, 1, 'COMPLETE', '2021-01-02 03:04:05.678901', '2021-01-02 03:04:06.000000');
        INSERT INTO trials VALUES (2, 1, 1, 'COMPLETE', '2021-01-02 03:04:06.000000', '2021-01-02 03:04:07.000000');
        INSERT INTO trial_params VALUES (1, 1, 'x', 2.0, '{"name": "IntUniformDistribution", "attributes": {"low": 1, "high": 9, "step": 1}}');
        INSERT INTO trial_values VALUES (1, 1, 0, 9e999);
        INSERT INTO trial_values VALUES (2, 2, 0, 0.5);
        INSERT INTO trial_intermediate_values VALUES (1, 1, 3, NULL);
        """);

    private void Execute(string commands)
    {
        using SqliteConnection connection = Connect();
        Run(connection, commands);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={Database};Pooling=False"));
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string commands)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = commands;
        command.ExecuteNonQuery();
    }
}
