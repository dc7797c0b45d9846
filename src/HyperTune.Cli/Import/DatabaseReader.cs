using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Cli.Commands;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using Microsoft.Data.Sqlite;

namespace HyperTune.Cli.Import;

/// <summary>Reads Optuna's studies out of a database.</summary>
internal sealed class DatabaseReader(DatabaseFile database)
{
    private readonly Dictionary<string, JournalDistribution> _distributions = new(StringComparer.Ordinal);

    // Before 3.0 infinities stood in the value's own column, and what is not a number was null there.
    private readonly string _valueKind = database.HasColumn("trial_values", "value_type") ? "c.value_type" : "NULL";
    private readonly string _reportKind = database.HasColumn("trial_intermediate_values", "intermediate_value_type") ? "c.intermediate_value_type" : "NULL";

    /// <summary>The ids and names of the studies, in the order of their creation.</summary>
    public List<(long Id, string Name)> ReadNames() => database.Query("SELECT study_id, study_name FROM studies ORDER BY study_id", static row => (row.GetInt64(0), row.GetString(1)));

    /// <summary>Reads a study.</summary>
    /// <exception cref="CommandException">The database has something that no journal can keep; the message says where.</exception>
    public DatabaseStudy Read(long id, string name)
    {
        try
        {
            return ReadStudy(id, name);
        }
        catch (JournalFormatException exception)
        {
            throw new CommandException($"Study '{name}' cannot be imported: {exception.Message}");
        }
    }

    private DatabaseStudy ReadStudy(long id, string name)
    {
        List<OptimizationDirection> directions = database.Query(
            "SELECT direction FROM study_directions WHERE study_id = $1 ORDER BY objective",
            static row => DirectionOf(row.GetString(0)),
            id);
        if (directions.Count == 0)
        {
            throw new JournalFormatException("it has no directions.");
        }

        var ids = new Dictionary<long, int>();
        var trials = new List<JournalTrialTemplate>();
        bool isRenumbered = false;
        foreach ((long trial, long number, JournalTrialTemplate template) in database.Query(
            "SELECT trial_id, number, state, CAST(datetime_start AS TEXT), CAST(datetime_complete AS TEXT) FROM trials WHERE study_id = $1 ORDER BY number, trial_id",
            ReadTrial,
            id))
        {
            isRenumbered |= number != trials.Count;
            ids.Add(trial, trials.Count);
            trials.Add(template);
        }

        JournalTrialTemplate Of(SqliteDataReader row) => trials[ids[row.GetInt64(0)]];
        ReadValues(id, directions.Count, Of);
        Each("trial_params", "c.param_name, c.param_value, c.distribution_json", "param_id", id, row => Of(row).Set(ReadParameter(row)));
        Each("trial_intermediate_values", $"c.step, c.intermediate_value, {_reportKind}", "step", id, row => Of(row).IntermediateValues.Add((row.GetInt64(1), Number(row, 2))));
        Each("trial_user_attributes", "c.key, c.value_json", "trial_user_attribute_id", id, row => Of(row).UserAttributes.Add(Attribute(row, 1)));
        Each("trial_system_attributes", "c.key, c.value_json", "trial_system_attribute_id", id, row => Of(row).SystemAttributes.Add(Attribute(row, 1)));
        return new DatabaseStudy(name, [.. directions], Attributes("study_user_attributes", id), Attributes("study_system_attributes", id), trials, ids, isRenumbered);
    }

    private void Each(string table, string columns, string order, long study, Action<SqliteDataReader> read) => database.Query(
        $"SELECT c.trial_id, {columns} FROM {table} c JOIN trials t ON t.trial_id = c.trial_id WHERE t.study_id = $1 ORDER BY t.trial_id, c.{order}",
        row =>
        {
            read(row);
            return true;
        },
        study);

    private List<KeyValuePair<string, string>> Attributes(string table, long study)
        => database.Query($"SELECT key, value_json FROM {table} WHERE study_id = $1 ORDER BY {table[..^1]}_id", static row => Attribute(row, 0), study);

    private void ReadValues(long study, int objectives, Func<SqliteDataReader, JournalTrialTemplate> of)
    {
        var counts = new Dictionary<JournalTrialTemplate, int>();
        Each("trial_values", $"c.objective, c.value, {_valueKind}", "objective", study, row =>
        {
            // An objective value is never anything but a number; null was written by mistake of early versions and says that there is none.
            if (row.IsDBNull(2) && row.IsDBNull(3))
            {
                return;
            }

            JournalTrialTemplate trial = of(row);
            long objective = row.GetInt64(1);
            if (objective != trial.Values.Length)
            {
                throw new JournalFormatException($"trial {row.GetInt64(0)} (its id in the database) has a value of objective {objective}, but none of objective {trial.Values.Length}.");
            }

            trial.Values = [.. trial.Values, Number(row, 2)];
            counts[trial] = trial.Values.Length;
        });
        if (counts.Values.FirstOrDefault(count => count != objectives) is > 0 and var wrong)
        {
            throw new JournalFormatException($"a trial has {wrong} values, and the study {objectives} objectives.");
        }
    }

    private static (long Id, long Number, JournalTrialTemplate Trial) ReadTrial(SqliteDataReader row) => (row.GetInt64(0), row.GetInt64(1), new JournalTrialTemplate
    {
        State = row.GetString(2) switch
        {
            "RUNNING" => TrialState.Running,
            "COMPLETE" => TrialState.Completed,
            "PRUNED" => TrialState.Pruned,
            "FAIL" => TrialState.Failed,
            "WAITING" => TrialState.Waiting,
            var other => throw new JournalFormatException($"'{other}' is no state of a trial: RUNNING, COMPLETE, PRUNED, FAIL, WAITING."),
        },
        Started = Time(row, 3),
        Finished = Time(row, 4),
    });

    private JournalParameter ReadParameter(SqliteDataReader row)
    {
        string json = row.GetString(3);
        if (!_distributions.TryGetValue(json, out JournalDistribution? distribution))
        {
            distribution = JournalDistribution.Verbatim(json);
            _distributions.Add(json, distribution);
        }

        var parameter = new JournalParameter(row.GetString(1), row.IsDBNull(2) ? double.NaN : row.GetDouble(2), distribution);
        JournalTemplateReader.Check(in parameter);
        return !double.IsNaN(parameter.Value) ? parameter : throw new JournalFormatException($"the parameter '{parameter.Name}' of a trial has no value.");
    }

    private static OptimizationDirection DirectionOf(string text) => text switch
    {
        "MINIMIZE" => OptimizationDirection.Minimize,
        "MAXIMIZE" => OptimizationDirection.Maximize,
        _ => throw new JournalFormatException($"'{text}' is no direction that a study can have: MINIMIZE, MAXIMIZE."),
    };

    // The number's own column, and that of its kind behind it.
    private static double Number(SqliteDataReader row, int column) => (row.IsDBNull(column + 1) ? "" : row.GetString(column + 1)) switch
    {
        "INF_POS" => double.PositiveInfinity,
        "INF_NEG" => double.NegativeInfinity,
        "NAN" => double.NaN,
        _ => row.IsDBNull(column) ? double.NaN : row.GetDouble(column),
    };

    private static DateTime? Time(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            return null;
        }

        string text = row.GetString(column);
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified)
            : throw new JournalFormatException($"'{text}' is no point in time.");
    }

    private static KeyValuePair<string, string> Attribute(SqliteDataReader row, int column)
    {
        string name = row.GetString(column);
        string json = row.IsDBNull(column + 1) ? "null" : row.GetString(column + 1);
        try
        {
            var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
            reader.ReadRaw();
            reader.ExpectEnd();
        }
        catch (JournalFormatException exception)
        {
            throw new JournalFormatException($"the attribute '{name}' is no JSON: {exception.Message}");
        }

        // A record is a line. Control characters stand nowhere but between values.
        return new(name, json.Replace('\n', ' ').Replace('\r', ' '));
    }
}
