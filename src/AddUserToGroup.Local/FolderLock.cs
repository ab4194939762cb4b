namespace AddUserToGroup.Local;

/// <summary>Lets one process at a time write to a folder: two stacks that start at once must not do so at once.</summary>
internal static class FolderLock
{
    // Of a lock that another holds: EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int HeldByAnother =
        OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11;

    /// <returns>To be disposed of when the work is done; it goes with the process, too.</returns>
    /// <exception cref="LocalStackException">Nobody may write to the folder.</exception>
    public static async Task<IDisposable> TakeAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, ".local", "install.lock");
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult == HeldByAnother)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new LocalStackException(
                    $"{directory} cannot be written to ({exception.Message.TrimEnd('.')}), and npm's packages and the page's bundle are kept there: make it writable, or use a copy of the repository that is.",
                    exception);
            }
        }
    }
}
