namespace AddUserToGroup.Local;

/// <summary>Lets one process at a time write to a folder, because two stacks may start together.</summary>
internal static class FolderLock
{
    // The error if another process has the lock: ERROR_SHARING_VIOLATION, or EWOULDBLOCK on macOS and Linux.
    private static readonly int LockedByAnother =
        OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11;

    /// <returns>The lock. Dispose releases it, and so does the end of the process.</returns>
    /// <exception cref="LocalStackException">The folder is not writable.</exception>
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
            catch (IOException exception) when (exception.HResult == LockedByAnother)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new LocalStackException(
                    $"{directory} cannot be written to ({exception.Message.TrimEnd('.')}): make it writable for npm's packages and the page's bundle, or use another copy of the repository.",
                    exception);
            }
        }
    }
}
