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

    /// <param name="path">One that stays, and may be there already; null makes one that goes with the stack.</param>
    /// <exception cref="LocalStackException">It cannot be made, or another stack uses it.</exception>
    public static DataFolder Open(string? path) => path is null ? Make() : Keep(path);

    private static DataFolder Make()
    {
        try
        {
            return new(Directory.CreateTempSubdirectory("add-user-to-group-").FullName, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalStackException(
                $"No folder can be made in {System.IO.Path.GetTempPath()} ({exception.Message.TrimEnd('.')}): set TMPDIR to one that can be written to, or name one with --data.",
                exception);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The folder owns its lock.")]
    private static DataFolder Keep(string path)
    {
        if (path.Length == 0)
        {
            throw new LocalStackException("--data takes the name of a folder: name one, or leave it out.");
        }

        try
        {
            var folder = Directory.CreateDirectory(path).FullName;
            // The lock goes with the process, however it ends.
            var file = System.IO.Path.Combine(folder, ".lock");
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            CloseToOthers(folder);
            return new(folder, held);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LocalStackException(
                $"{System.IO.Path.GetFullPath(path)} cannot keep the user pool ({exception.Message.TrimEnd('.')}): stop the stack that uses it, or name another folder with --data.",
                exception);
        }
    }

    // The pool keeps passwords as they are.
    private static void CloseToOthers(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode directory = file | UnixFileMode.UserExecute;
        File.SetUnixFileMode(folder, directory);
        File.SetUnixFileMode(System.IO.Path.Combine(folder, ".lock"), file);
        var pool = Directory.CreateDirectory(System.IO.Path.Combine(folder, ".cognito"), directory);
        File.SetUnixFileMode(pool.FullName, directory);
        foreach (var entry in pool.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            entry.UnixFileMode = entry is DirectoryInfo ? directory : file;
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
