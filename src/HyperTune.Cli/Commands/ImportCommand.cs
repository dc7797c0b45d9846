using System.CommandLine;
using HyperTune.Cli.Import;
using Microsoft.Data.Sqlite;

namespace HyperTune.Cli.Commands;

/// <summary>Takes Optuna's studies out of a database into a journal.</summary>
internal sealed class ImportCommand : GuardedCommand
{
    private readonly Argument<string> _database = new("DATABASE") { Description = "The SQLite file in which Optuna keeps studies: what stands behind sqlite:/// there." };

    private readonly Argument<string[]> _studies = new("STUDY")
    {
        Description = "The names of studies; all of the database where none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _journal = new("--journal", "-j")
    {
        Description = "The journal that gets them; made where it is not there, and otherwise it must have no studies of these names.",
        Required = true,
    };

    public ImportCommand()
        : base(
            "import",
            "Writes the studies of an SQLite database of Optuna's (2.4 to 5.0) into a journal, with all that the database has of them. The database is left as it is.",
            "import optuna.db --journal studies.journal",
            "import optuna.db baseline wider --journal studies.journal")
    {
        Add(_database);
        Add(_studies);
        Add(_journal);
    }

    protected override async Task RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        string path = line.GetRequiredValue(_database);
        JournalStorage journal = JournalAt(line.GetRequiredValue(_journal), path);
        List<DatabaseStudy> studies;
        try
        {
            studies = Read(path, line.GetValue(_studies) ?? []);
        }
        catch (SqliteException exception)
        {
            throw new CommandException(exception.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"'{path}' is locked by a program that writes to it. Try again when it has ended.",
                SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"'{path}' is damaged: {exception.Message}",
                _ => $"'{path}' cannot be read: {exception.Message}",
            });
        }

        await JournalImport.WriteAsync(journal, studies, cancellationToken);
        TextWriter output = OutputOf(line);
        foreach (DatabaseStudy study in studies)
        {
            string renumbered = study.IsRenumbered ? "; the database lacks some, so that those behind them have other numbers now" : "";
            await output.WriteLineAsync(Printable.Of($"Study '{study.Name}': {study.Trials.Count} trials{renumbered}."));
        }

        await output.WriteLineAsync($"Imported into {journal}.");
    }

    private static JournalStorage JournalAt(string journal, string database)
    {
        if (journal.Length == 0)
        {
            throw new CommandException("The name of the journal is empty.", ExitCode.Usage);
        }

        return Directory.Exists(journal) ? throw new CommandException($"'{journal}' is a directory; name a journal file.")
            : Path.GetFullPath(journal) == Path.GetFullPath(database) ? throw new CommandException($"'{journal}' is the database itself; name another file.", ExitCode.Usage)
            : File.Exists(journal) && DatabaseFile.IsOne(journal) ? throw new CommandException($"'{journal}' is an SQLite database and no journal.")
            : new JournalStorage(journal);
    }

    private static List<DatabaseStudy> Read(string path, string[] wanted)
    {
        using DatabaseFile database = DatabaseFile.Open(path);
        var reader = new DatabaseReader(database);
        List<(long Id, string Name)> all = reader.ReadNames();
        if (all.Count == 0)
        {
            throw new CommandException($"'{path}' has no studies.");
        }

        foreach (string name in wanted)
        {
            if (!all.Exists(study => study.Name == name))
            {
                IReadOnlyList<string> near = NearNames.Of(name, all.Select(static study => study.Name));
                throw new CommandException(
                    $"'{path}' has no study '{name}'. {(near.Count > 0 ? $"Was '{string.Join("' or '", near)}' meant?" : $"It has: '{string.Join("', '", all.Take(20).Select(static study => study.Name))}'.")}");
            }
        }

        return [.. all.Where(study => wanted.Length == 0 || wanted.Contains(study.Name)).Select(study => reader.Read(study.Id, study.Name))];
    }
}
