using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.UserPool;

/// <summary>The folder in which cognito-local keeps its pools. It belongs to one stack at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? _lock;

    private DataFolder(string path, FileStream? heldLock) => (Path, _lock) = (path, heldLock);

    public string Path { get; }

    /// <summary>Whether it stays when the stack ends.</summary>
    public bool IsKept => _lock is not null;

    /// <summary>A new one, which goes with the stack.</summary>
    public static DataFolder Make() => new(Directory.CreateTempSubdirectory("add-user-to-group-").FullName, null);

    /// <summary>One that stays, and may be there already.</summary>
    /// <exception cref="LocalStackException">It cannot be made, or another stack uses it.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder owns its lock.")]
    public static DataFolder Keep(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path).FullName;
            // The lock goes with the process, however it ends.
            var file = System.IO.Path.Combine(folder, ".lock");
            return new(folder, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LocalStackException(
                $"{path} cannot keep the user pool ({exception.Message}): stop the stack that uses it, or name another folder with --data.",
                exception);
        }
    }

    /// <summary>Only when the user pool has ended.</summary>
    public void Dispose()
    {
        _lock?.Dispose();
        // The user pool does so itself unless something else ended it.
        if (!IsKept && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
