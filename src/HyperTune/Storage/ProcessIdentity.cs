using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HyperTune.Text;

namespace HyperTune.Storage;

/// <summary>Names this process so that others on the same machine can tell whether it still lives; process numbers alone are given again.</summary>
internal static class ProcessIdentity
{
    private const string Prefix = "hypertune";

    // ESRCH: the process ended between the opening of its account and the reading.
    private const int NoSuchProcess = 3;

    private static readonly string Machine = GetMachine();
    private static readonly string Process = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.{StartOf(Environment.ProcessId)}");
    private static long _count;

    /// <summary>A text that no other call on any machine gives, made of letters, digits, points and hyphens.</summary>
    public static string CreateToken()
        => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Machine}-{Process}-{Interlocked.Increment(ref _count)}");

    /// <summary>Whether the text has the form of a token, whatever machine and version it is of.</summary>
    public static bool IsToken(string text) => text.StartsWith(Prefix + "-", StringComparison.Ordinal);

    /// <summary>Whether the process that created the token lives; null when that cannot be known, as for other machines' and for foreign texts.</summary>
    public static bool? IsAlive(string token)
        => TryParse(token, out int id, out string? start) && StartOf(id) is { } found ? found == start : null;

    /// <summary>Whether this process created the token.</summary>
    public static bool IsOwn(string token) => TryParse(token, out int id, out _) && id == Environment.ProcessId && IsAlive(token) == true;

    /// <summary>Names the process that created a token, for people.</summary>
    public static string Describe(string token)
        => TryParse(token, out int id, out _)
            ? string.Create(CultureInfo.InvariantCulture, $"process {id} of this machine")
            : $"a process of another machine or container ('{Printable.Of(token)}')";

    /// <summary>A short name of the process that created a token, whatever machine it was on: its number.</summary>
    public static string NameOf(string token)
        => token.Split('-') is [Prefix, _, var process, _] && process.IndexOf('.') is > 0 and var dot ? $"process {process[..dot]}" : token;

    private static bool TryParse(string token, out int id, [NotNullWhen(true)] out string? start)
    {
        id = 0;
        start = null;
        string[] parts = token.Split('-');
        if (parts.Length != 4 || parts[0] != Prefix || parts[1] != Machine)
        {
            return false;
        }

        string[] process = parts[2].Split('.');
        start = process[^1];
        return process.Length == 2 && int.TryParse(process[0], NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    /// <summary>When the process started, in the system's own unit; empty when there is no such process, null when that cannot be seen.</summary>
    private static string? StartOf(int id) => OperatingSystem.IsLinux() ? LinuxStartOf(id) : OtherStartOf(id);

    private static string? LinuxStartOf(int id)
        => StartIn(() => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat")));

    /// <summary>What Linux's account of a process says of its start.</summary>
    /// <param name="read">Reads the account.</param>
    /// <returns>As for any system: empty when there is no such process, null when that cannot be seen.</returns>
    public static string? StartIn(Func<string> read)
    {
        string stat;
        try
        {
            stat = read();
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException || exception.HResult == NoSuchProcess)
        {
            // Where processes of other users are hidden, not even the first one shows.
            return File.Exists("/proc/1/stat") ? "" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // With too many open files, for instance, nothing can be read, of the living as little as of the dead.
            return null;
        }

        // The name in brackets may hold spaces; behind it follow the state as field 3 and the start as field 22.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        bool ended = fields[0] is "Z" or "X";
        return ended ? "" : fields[19];
    }

    private static string? OtherStartOf(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return "";
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    // A restart of the machine and a container each begin to count processes anew, so both are part of the name.
    private static string GetMachine()
    {
        string boot = OperatingSystem.IsLinux()
            ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() + new FileInfo("/proc/self/ns/pid").LinkTarget
            : Environment.MachineName;
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(boot)).AsSpan(0, 8));
    }
}
