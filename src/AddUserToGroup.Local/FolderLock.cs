namespace AddUserToGroup.Local;

/// <summary>Lets one process at a time write to a folder: two stacks that start at once must not do so at once.</summary>
internal static class FolderLock
{
    /// <returns>To be disposed of when the work is done; it goes with the process, too.</returns>
    public static async Task<IDisposable> TakeAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, ".local", "install.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
