namespace HyperTune.Storage.Journal.Files;

/// <summary>Tells apart what an <see cref="IOException"/> can mean, by the error numbers of the operating systems.</summary>
internal static class FileErrors
{
    private const int FileExists = 17;
    private const int FileExistsOnWindows = unchecked((int)0x80070050);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int QuotaExceededOnMac = 69;
    private const int FileTooBig = 27;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int ReadOnly = 30;
    private const int WriteProtectedOnWindows = unchecked((int)0x80070013);

    /// <summary>Whether a new file could not be made because there is an entry of that name.</summary>
    public static bool IsExistingEntry(IOException exception) => exception.HResult is FileExists or FileExistsOnWindows;

    /// <summary>Whether somebody has the file open and keeps all others away from it.</summary>
    public static bool IsInUse(IOException exception) => exception.HResult is WouldBlock or WouldBlockOnMac or SharingViolationOnWindows;

    /// <summary>What the system said, as a sentence.</summary>
    public static string Describe(Exception exception) => exception.Message.EndsWith('.') ? exception.Message : exception.Message + ".";

    /// <summary>What whoever wanted to write can do about it.</summary>
    public static string Advice(Exception exception) => exception.HResult switch
    {
        NoSpace or QuotaExceeded or QuotaExceededOnMac or FileTooBig or DiskFullOnWindows => "Make room on the disk and repeat the call.",
        ReadOnly or WriteProtectedOnWindows => "The place is read-only: copy the journal to one that can be written.",
        _ when exception is UnauthorizedAccessException =>
            "Allow this user to write the file and its directory, or copy the journal to a place where that is allowed.",
        _ => "Check that the disk works and that this user may write the file and its directory, and repeat the call.",
    };
}
